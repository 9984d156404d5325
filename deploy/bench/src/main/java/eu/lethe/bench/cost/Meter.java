package eu.lethe.bench.cost;

import java.util.Comparator;

/**
 * Understands what is counted, and of whom.
 *
 * @param of a process, a database or a topic
 */
record Meter(Kind kind, String of) implements Comparable<Meter> {

    /** What is counted. */
    enum Kind {
        /** User and system time, in milliseconds. */
        PROCESSOR("ms of processor"),
        STATEMENTS("statements"),
        COMMITS("commits"),
        MESSAGES("messages");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final Comparator<Meter> ORDER =
            Comparator.comparing(Meter::kind).thenComparing(Meter::of);

    @Override
    public int compareTo(Meter other) {
        return ORDER.compare(this, other);
    }
}
