package eu.lethe.platform.time;

import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Understands on which days something that is written down can have happened: not after today, not before anybody's time, and in
 * the order in which things happen. Every rule on dates of the file is asked for here.
 */
public final class PlausibleDay {

    /** For how long work can have gone on with somebody. */
    private static final int YEARS = 50;

    private static final int LONGEST_LIFE = 130;
    private static final String FUTURE = "future";

    private PlausibleDay() {}

    /**
     * Refuses any other day.
     *
     * @throws Problem 400 {@code future} or {@code past}
     */
    public static void require(String pointer, LocalDate day, LocalDate today) {
        require(pointer, day, today, YEARS);
    }

    private static void require(String pointer, LocalDate day, LocalDate today, int years) {
        var flaw = flaw(day, today, years);
        if (flaw != null) {
            throw Problem.invalid(pointer, flaw);
        }
    }

    /**
     * Refuses a day that was not in anybody's life: after today, or more than a life ago.
     *
     * @throws Problem 400 {@code future} or {@code past}
     */
    public static void requireOfALife(String pointer, LocalDate day, LocalDate today) {
        require(pointer, day, today, LONGEST_LIFE);
    }

    /**
     * Refuses a day before another, if that one is known, and says which.
     *
     * @param what the other is, e.g. {@code joined}
     * @throws Problem 400 {@code before-<what>}
     */
    public static void requireNotBefore(String pointer, LocalDate day, String what, @Nullable LocalDate other) {
        if (other != null && day.isBefore(other)) {
            throw conflicting(pointer, "before-" + what, what, other);
        }
    }

    /**
     * Refuses a day after another, if that one is known, and says which.
     *
     * @throws Problem 400 {@code after-<what>}
     */
    public static void requireNotAfter(String pointer, LocalDate day, String what, @Nullable LocalDate other) {
        if (other != null && day.isAfter(other)) {
            throw conflicting(pointer, "after-" + what, what, other);
        }
    }

    /** A day that does not go together with another. */
    public static Problem conflicting(String pointer, String code, String what, LocalDate other) {
        return Problem.conflicting(pointer, code, new Problem.ConflictingDate(what, other.toString()));
    }

    /**
     * What is wrong with a time of somebody's life that is known to lie between two days, as a code; null when any day of it is
     * plausible.
     */
    public static @Nullable String flawOfALife(LocalDate earliest, LocalDate latest, LocalDate today) {
        return earliest.isAfter(today) ? FUTURE : flaw(latest.isAfter(today) ? today : latest, today, LONGEST_LIFE);
    }

    /** What is wrong with a day, as a code; null when it is plausible. */
    public static @Nullable String flaw(LocalDate day, LocalDate today) {
        return flaw(day, today, YEARS);
    }

    private static @Nullable String flaw(LocalDate day, LocalDate today, int years) {
        if (day.isAfter(today)) {
            return FUTURE;
        }
        return day.isBefore(today.minusYears(years)) ? "past" : null;
    }
}
