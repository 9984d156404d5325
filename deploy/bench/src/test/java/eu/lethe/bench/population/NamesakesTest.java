package eu.lethe.bench.population;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.bench.population.Remembered.Known;
import eu.lethe.bench.population.Remembered.Way;
import eu.lethe.contracts.events.cases.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesakesTest {

    private final Namesakes namesakes = new Namesakes(List.of(
            somebody("Martin", "Marie", 1950),
            somebody("Martin", "Marie", 1984),
            somebody("Martin-Duval", "Marie", 1984),
            somebody("Martinez", "Marie", 1984),
            somebody("Duval", "Marie", 1984, "Martin")));

    @Test
    void a_whole_name_fits_who_bears_it_and_no_more() {
        assertThat(fitting(new Known.Name(List.of("marie", "martin"), null))).isEqualTo(2);
    }

    @Test
    void a_name_with_the_year_of_birth_fits_who_was_born_in_it() {
        assertThat(fitting(new Known.Name(List.of("martin", "marie"), 1984))).isEqualTo(1);
    }

    @Test
    void an_earlier_name_fits_who_bore_it_and_who_bears_it() {
        assertThat(fitting(new Known.EarlierName(List.of("martin", "marie"), null)))
                .isEqualTo(3);
    }

    @Test
    void half_a_name_fits_whoever_has_the_whole_word() {
        assertThat(fitting(new Known.Parts(List.of("martin"), List.of(), null))).isEqualTo(3);
    }

    @Test
    void the_beginning_of_a_name_fits_whoever_has_a_word_that_begins_so() {
        assertThat(fitting(new Known.Parts(List.of("marie"), List.of("mart"), null)))
                .isEqualTo(4);
    }

    private int fitting(Known known) {
        var name = new Remembered(UUID.randomUUID(), Way.MISSPELT, known, "");
        var many = 1;
        while (!namesakes.fewerThan(many, name)) {
            many++;
        }
        return many - 1;
    }

    private static Inhabitant somebody(String familyName, String givenName, int born, String... earlierNames) {
        return new Inhabitant(
                UUID.randomUUID(),
                new Identity(
                        familyName,
                        givenName,
                        LocalDate.of(born, 3, 3),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(earlierNames)));
    }
}
