package eu.lethe.local.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * Understands how often a part was started since it last ran steadily, and when it is next tried: at once the first time, then
 * after a pause that doubles, up to a minute.
 *
 * @param made how many starts there were
 * @param next when another is due
 */
record Attempts(int made, Instant next) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Whoever has lived that long does not die of how it was started. */
    static final Duration STEADY = Duration.ofMinutes(1);

    static Attempts none() {
        return new Attempts(0, Instant.EPOCH);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    /** One more, made now. */
    Attempts another(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(made, 10));
        return new Attempts(made + 1, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** Whether the part has run so long since the last start that the next death counts as a first. */
    boolean areForgotten(Instant now) {
        return made > 0 && now.isAfter(next.plus(STEADY));
    }
}
