package eu.lethe.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a contact adds, and how it is written before it is sealed. */
class PartTest {

    private static final Contribution MET = new Contribution(2026, "centre", Measure.PERSONS, null);
    private static final Contribution FILE = new Contribution(2026, "centre", Measure.HOUSEHOLDS, "a-file");
    private static final Contribution HOUSED = new Contribution(2026, "centre", Measure.PROBLEMS, "housing");

    private static final UUID CONTACT = UUID.fromString("b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01");
    private static final UUID OTHER = UUID.fromString("b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b02");

    private final JsonMapper json = EventJson.mapper();

    @Test
    void a_contact_of_another_year_counts_there_and_nowhere_else() {
        assertThat(part(MET, FILE).moved(2025, null, List.of()).contributions())
                .containsExactly(
                        new Contribution(2025, "centre", Measure.PERSONS, null),
                        new Contribution(2025, "centre", Measure.HOUSEHOLDS, "a-file"));
    }

    @Test
    void a_file_is_counted_and_not_named_in_the_grid() {
        assertThat(FILE.cell()).isEqualTo(new Cell(2026, "centre", Measure.HOUSEHOLDS, null));
    }

    @Test
    void it_never_prints_what_is_in_it() {
        var part = part(HOUSED);
        var tally = Tally.nothingIn(2026).with(HOUSED);

        assertThat(new ContributionSet(List.of(part)) + " " + part + " " + tally + " " + tally.supported() + HOUSED)
                .doesNotContain("housing");
    }

    @Test
    void a_piece_is_read_as_what_it_was() {
        var part = part(MET, HOUSED);
        var tally = Tally.nothingIn(2026).with(MET).with(FILE);

        assertThat(json.readValue(json.writeValueAsBytes(part), Piece.class)).isEqualTo(part);
        assertThat(json.readValue(json.writeValueAsBytes(tally), Piece.class)).isEqualTo(tally);
    }

    @Test
    void a_set_is_read_as_it_was_sealed_before_there_were_pieces() {
        var former = """
                {"parts":[{"contactId":"%s","contributions":[
                  {"year":2026,"unit":"centre","measure":"persons"},
                  {"year":2026,"unit":"centre","measure":"problems","of":"housing"}],"mentioned":["%s"]}]}""".formatted(CONTACT, OTHER);

        assertThat(json.readValue(former, ContributionSet.class))
                .isEqualTo(new ContributionSet(List.of(part(MET, HOUSED))));
    }

    private static Part part(Contribution... contributions) {
        return new Part(CONTACT, List.of(contributions), List.of(OTHER));
    }
}
