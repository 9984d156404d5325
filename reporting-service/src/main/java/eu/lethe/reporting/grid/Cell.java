package eu.lethe.reporting.grid;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Understands one place of the yearly grid.
 *
 * @param area set for problems and interventions only
 */
public record Cell(
        int year, String unit, Measure measure, @Nullable String area) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::year)
            .thenComparing(Cell::unit)
            .thenComparing(Cell::measure)
            .thenComparing(Cell::areaOrBlank);

    /** The area as stored: blank when there is none. */
    String areaOrBlank() {
        return area == null ? "" : area;
    }

    /** One order for all writers, so that none waits for another who waits for it. */
    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
