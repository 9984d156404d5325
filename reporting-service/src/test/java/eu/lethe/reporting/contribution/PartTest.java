package eu.lethe.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.reporting.contribution.ContributionSet.Part;
import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContributionSetTest {

    private static final Contribution MET = new Contribution(2026, "centre", Measure.PERSONS, null);
    private static final Contribution FILE = new Contribution(2026, "centre", Measure.HOUSEHOLDS, "a-file");
    private static final Contribution HOUSED = new Contribution(2026, "centre", Measure.PROBLEMS, "housing");

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @Test
    void a_person_met_twice_in_a_year_counts_once() {
        assertThat(ContributionSet.EMPTY
                        .with(part(FIRST, MET))
                        .with(part(SECOND, MET, HOUSED))
                        .contributed())
                .containsExactlyInAnyOrder(MET, HOUSED);
    }

    @Test
    void a_person_counts_anew_in_each_year_and_unit() {
        var nextYear = new Contribution(2027, "centre", Measure.PERSONS, null);
        var elsewhere = new Contribution(2026, "north", Measure.PERSONS, null);

        assertThat(ContributionSet.EMPTY
                        .with(part(FIRST, MET))
                        .with(part(SECOND, nextYear, elsewhere))
                        .contributed())
                .containsExactlyInAnyOrder(MET, nextYear, elsewhere);
    }

    @Test
    void what_another_contact_supports_stays_when_one_is_taken_back() {
        assertThat(ContributionSet.EMPTY
                        .with(part(FIRST, MET))
                        .with(part(SECOND, MET, HOUSED))
                        .without(SECOND)
                        .contributed())
                .containsExactly(MET);
    }

    @Test
    void what_a_contact_says_now_takes_the_place_of_what_it_said() {
        assertThat(ContributionSet.EMPTY
                        .with(part(FIRST, MET, HOUSED))
                        .with(part(FIRST, MET))
                        .contributed())
                .containsExactly(MET);
    }

    @Test
    void a_contact_of_another_year_counts_there_and_nowhere_else() {
        assertThat(part(FIRST, MET, FILE).moved(2025, null, List.of()).contributions())
                .containsExactly(
                        new Contribution(2025, "centre", Measure.PERSONS, null),
                        new Contribution(2025, "centre", Measure.HOUSEHOLDS, "a-file"));
    }

    @Test
    void a_file_is_counted_and_not_named_in_the_grid() {
        assertThat(FILE.cell()).isEqualTo(new Cell(2026, "centre", Measure.HOUSEHOLDS, null));
    }

    @Test
    void a_set_never_prints_what_is_in_it() {
        var part = part(FIRST, HOUSED);

        assertThat(ContributionSet.EMPTY.with(part) + " " + part + " " + HOUSED).doesNotContain("housing");
    }

    private static Part part(UUID contact, Contribution... contributions) {
        return new Part(contact, List.of(contributions), List.of());
    }
}
