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
}
