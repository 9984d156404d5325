package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchIT extends RunningCaseService {

    @Test
    void somebody_just_registered_is_found_with_their_file() {
        var person = register("Trouvé", "Théo");
        var file = openFile(person);
        record(file, "Bonjour.");

        await().atMost(SOON).until(() -> search("trouve theo").contains("Trouvé"));

        var item = worker().post("/api/cases/search", Map.of("text", "trouve theo"))
                .body()
                .get("items")
                .get(0);
        assertThat(item.get("personId").asString()).isEqualTo(person.toString());
        assertThat(item.get("fileId").asString()).isEqualTo(file.toString());
        assertThat(item.get("lastContactOn").isNull()).isFalse();
    }

    @Test
    void it_is_said_when_there_are_more_than_are_shown() {
        for (var number = 0; number < 21; number++) {
            register("Nombreuxe", "Noé");
        }

        await().atMost(SOON).until(() -> thereAreMore("nombreuxe noe"));
        assertThat(search("nombreuxe noe")).hasSize(20);
    }

    @Test
    void a_birth_date_typed_as_in_france_finds_and_a_title_does_not_hinder() {
        register(Map.of("familyName", "Шевченко", "givenName", "Zénon", "birthDate", "1971-02-03"));

        await().atMost(SOON).until(() -> search("M. Chevtchenko 03/02/1971").contains("Шевченко"));
        assertThat(search("Шевченко")).contains("Шевченко");
        assertThat(thereAreMore("Шевченко")).isFalse();
    }

    private boolean thereAreMore(String text) {
        return worker().post("/api/cases/search", Map.of("text", text))
                .body()
                .get("more")
                .asBoolean();
    }
}
