package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.cases.Identity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is sealed in the {@code identity} compartment is read as it was written, and as it was written before. */
class IdentityTest {

    private final JsonMapper json = EventJson.mapper();

    @Test
    void who_was_written_down_before_there_were_years_of_birth_has_none() {
        assertThat(read("{\"familyName\":\"Kermadec\"}").birthYear()).isNull();
    }

    @Test
    void a_year_of_birth_alone_comes_back() {
        var identity = read("{\"familyName\":\"Kermadec\",\"birthYear\":1987}");

        assertThat(identity.birthDate()).isNull();
        assertThat(identity.birthYear()).isEqualTo(1987);
        assertThat(read(json.writeValueAsString(identity))).isEqualTo(identity);
    }

    @Test
    void beside_the_day_no_year_is_kept() {
        var identity = read("{\"familyName\":\"Kermadec\",\"birthDate\":\"1987-12-03\",\"birthYear\":1987}");

        assertThat(identity.birthYear()).isNull();
        assertThat(json.writeValueAsString(identity)).doesNotContain("birthYear");
    }

    private Identity read(String sealed) {
        return json.readValue(sealed, Identity.class);
    }
}
