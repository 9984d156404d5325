package eu.lethe.platform.journal;

/**
 * Understands that somebody may be shown what they asked for: who, whose data, what of it and why are in the access journal. The
 * journal alone admits, once it is written.
 */
public final class Admission implements Warrant {

    private final Opening opening;

    Admission(Opening opening) {
        this.opening = opening;
    }

    /** What was written down. */
    public Opening opening() {
        return opening;
    }
}
