package eu.lethe.cases;

import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Understands on which days something that is written down can have happened: not after today, and not before anybody's time. */
public final class PlausibleDay {

    /** For how long work can have gone on with somebody. */
    private static final int YEARS = 50;

    private PlausibleDay() {}

    /**
     * Refuses any other day.
     *
     * @throws Problem 400 {@code future} or {@code past}
     */
    public static void require(String pointer, LocalDate day, LocalDate today) {
        require(pointer, day, today, YEARS);
    }

    /**
     * Refuses a day after today, or more than so many years ago.
     *
     * @throws Problem 400 {@code future} or {@code past}
     */
    public static void require(String pointer, LocalDate day, LocalDate today, int years) {
        var flaw = flaw(day, today, years);
        if (flaw != null) {
            throw Problem.invalid(pointer, flaw);
        }
    }

    /** What is wrong with a day, as a code; null when it is plausible. */
    public static @Nullable String flaw(LocalDate day, LocalDate today) {
        return flaw(day, today, YEARS);
    }

    private static @Nullable String flaw(LocalDate day, LocalDate today, int years) {
        if (day.isAfter(today)) {
            return "future";
        }
        return day.isBefore(today.minusYears(years)) ? "past" : null;
    }
}
