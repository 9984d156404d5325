package eu.lethe.reporting.contribution;

import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Understands one thing that a person adds to the figures of a year, and adds once.
 *
 * @param of what is counted: the area for problems and interventions, the file for households, nothing for persons
 */
public record Contribution(
        int year, String unit, Measure measure, @Nullable String of) {

    /** The cell that is one higher because of it. A file is counted and not named there. */
    public Cell cell() {
        return switch (measure) {
            case PERSONS, HOUSEHOLDS, INFORMATION -> new Cell(year, unit, measure, null);
            case PROBLEMS, INTERVENTIONS -> new Cell(year, unit, measure, of);
        };
    }

    @Override
    public String toString() {
        return "Contribution[…]";
    }
}
