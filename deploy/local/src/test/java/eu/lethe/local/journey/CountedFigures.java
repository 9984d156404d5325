package eu.lethe.local.journey;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Understands what reporting-service has counted, small figures too, which it tells nobody. */
final class CountedFigures {

    private CountedFigures() {}

    /** How many, by measure and area, of a unit in a year. */
    static Map<String, Long> of(int year, String unit, RunningStack stack) {
        try (var database = stack.database("reporting");
                var query = database.prepareStatement(
                        "select measure, area, value from total where year = ? and unit = ? and value > 0")) {
            query.setInt(1, year);
            query.setString(2, unit);
            var figures = new TreeMap<String, Long>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    figures.put((found.getString(1) + " " + found.getString(2)).strip(), found.getLong(3));
                }
            }
            return figures;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
