package eu.lethe.reporting.contribution;

import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands one thing that a person adds to the figures of a year, and adds once.
 *
 * @param of what is counted: the area for problems and interventions, nothing for persons; for households the household, marked as one,
 *     or the file of a person who has none, which counts as a household of its own
 */
public record Contribution(
        int year, String unit, Measure measure, @Nullable String of) {

    private static final String SHARED = "household:";

    /** The household of a contact, or the person alone, by the file it is in. */
    static Contribution household(int year, String unit, @Nullable UUID household, UUID fileId) {
        return new Contribution(
                year, unit, Measure.HOUSEHOLDS, household == null ? fileId.toString() : SHARED + household);
    }

    /** The household that others may add as well, who live there too. */
    public Optional<UUID> sharedHousehold() {
        return Optional.ofNullable(of)
                .filter(what -> measure == Measure.HOUSEHOLDS && what.startsWith(SHARED))
                .map(what -> UUID.fromString(what.substring(SHARED.length())));
    }

    /** The cell that is one higher because of it. A household is counted and not named there. */
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
