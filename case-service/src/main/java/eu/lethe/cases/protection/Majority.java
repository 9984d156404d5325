package eu.lethe.cases.protection;

import java.time.LocalDate;
import java.time.Period;

/** Understands when a child comes of age (code civil 414). */
final class Majority {

    private static final int YEARS = 18;

    private Majority() {}

    /** The first day on which they are eighteen; who was born on a 29 February is on 1 March of a year that has none. */
    static LocalDate of(LocalDate birthDate) {
        var birthday = birthDate.plusYears(YEARS);
        return Period.between(birthDate, birthday).getYears() < YEARS ? birthday.plusDays(1) : birthday;
    }
}
