package eu.lethe.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionSetTest {

    private static final Contribution MET = new Contribution(2026, "centre", Measure.PERSONS, null);
    private static final Contribution FILE = new Contribution(2026, "centre", Measure.HOUSEHOLDS, "a-file");
    private static final Contribution HOUSED = new Contribution(2026, "centre", Measure.PROBLEMS, "housing");

    @Test
    void a_person_met_twice_in_a_year_counts_once() {
        assertThat(new ContributionSet(List.of(MET)).newAmong(List.of(MET, HOUSED, HOUSED)))
                .containsExactly(HOUSED);
    }

    @Test
    void a_person_counts_anew_in_each_year_and_unit() {
        var nextYear = new Contribution(2027, "centre", Measure.PERSONS, null);
        var elsewhere = new Contribution(2026, "north", Measure.PERSONS, null);

        assertThat(new ContributionSet(List.of(MET)).newAmong(List.of(nextYear, elsewhere)))
                .containsExactly(nextYear, elsewhere);
    }

    @Test
    void a_file_is_counted_and_not_named_in_the_grid() {
        assertThat(FILE.cell()).isEqualTo(new Cell(2026, "centre", Measure.HOUSEHOLDS, null));
    }

    @Test
    void a_set_never_prints_what_is_in_it() {
        assertThat(new ContributionSet(List.of(HOUSED)) + " " + HOUSED).doesNotContain("housing");
    }
}
