package eu.lethe.cases.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Understands age as statistics need it: in bands of some ten years, never as a date of birth. Who is known by their year of
 * birth alone counts as if born on its last day: of two bands in the younger one, and so as a child until they come of age by
 * whatever else is reckoned from the year.
 */
final class AgeBand {

    private static final NavigableMap<Integer, String> BANDS = new TreeMap<>(
            Map.of(0, "0-17", 18, "18-24", 25, "25-34", 35, "35-44", 45, "45-54", 55, "55-64", 65, "65-74", 75, "75+"));

    private AgeBand() {}

    /**
     * @param born not after the day
     */
    static String on(LocalDate day, Birth born) {
        var youngest = born.latest().isAfter(day) ? day : born.latest();
        return BANDS.floorEntry(Period.between(youngest, day).getYears()).getValue();
    }
}
