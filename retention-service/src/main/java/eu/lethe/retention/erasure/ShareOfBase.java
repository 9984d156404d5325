package eu.lethe.retention.erasure;

/** Understands how much of the base an erasure would take. */
final class ShareOfBase {

    private ShareOfBase() {}

    /** From 0 to 1, to four digits. */
    static double of(int persons, int base) {
        return Math.round(10_000.0 * persons / Math.max(base, Math.max(persons, 1))) / 10_000.0;
    }
}
