package eu.lethe.cases.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Understands when somebody lives in a household, as far as it is known, and whether they would live in two at once. Nobody does on
 * the day of a move: on that day they leave the one and join the other.
 *
 * @param since absent when nobody knows
 * @param until absent while they live there
 */
record Stay(@Nullable LocalDate since, @Nullable LocalDate until) {

    /** Of a stay whose beginning nobody knows, only its last day is known to be one. */
    boolean overlaps(Stay other) {
        return begins().isBefore(other.ends()) && other.begins().isBefore(ends());
    }

    private LocalDate begins() {
        return since == null ? ends() : since;
    }

    private LocalDate ends() {
        return until == null ? LocalDate.MAX : until;
    }
}
