package eu.lethe.cases.protection;

import eu.lethe.cases.person.Birth;
import java.time.LocalDate;
import java.time.Period;

/** Understands when a child comes of age (code civil 414). */
final class Majority {

    private static final int YEARS = 18;

    private Majority() {}

    /**
     * The first day on which they certainly are eighteen. Of whom the year alone is known, this is reckoned from its last day, so
     * that nobody is taken for an adult, and nothing falls due, too soon.
     */
    static LocalDate of(Birth born) {
        return of(born.latest());
    }

    /** Who was born on a 29 February is on 1 March of a year that has none. */
    private static LocalDate of(LocalDate birthDate) {
        var birthday = birthDate.plusYears(YEARS);
        return Period.between(birthDate, birthday).getYears() < YEARS ? birthday.plusDays(1) : birthday;
    }
}
