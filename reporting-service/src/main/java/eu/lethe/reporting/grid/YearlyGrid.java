package eu.lethe.reporting.grid;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.platform.catalogue.Nomenclature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The yearly grid as the statistician reads it: units by problem areas and interventions, households and persons.
 *
 * @param threshold the smallest number that is shown
 */
record YearlyGrid(int year, int threshold, List<Figure> cells, List<Unit> units, List<Area> areas) {

    /**
     * One figure; cells that count nobody are left out.
     *
     * @param value null when it is secret: below the threshold, or telling one that is
     */
    record Figure(
            String unit,
            Measure measure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String area,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long value) {}

    /** A row of the grid; a unit on paper has no figures of its own yet. */
    record Unit(String code, String label, boolean paper) {}

    /** A column of the grid. */
    record Area(Nomenclature.Kind kind, String code, String label) {}
}
