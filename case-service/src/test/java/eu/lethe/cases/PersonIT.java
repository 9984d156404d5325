package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PersonIT extends RunningCaseService {

    @Test
    void other_names_are_kept_with_the_person() {
        var person = register(
                Map.of("familyName", "Sand", "aliases", List.of(" George "), "earlierNames", List.of("Dupin")));

        assertThat(texts(person(person), "aliases")).containsExactly("George");
        assertThat(texts(person(person), "earlierNames")).containsExactly("Dupin");
    }

    @Test
    void a_corrected_name_is_read_and_found() {
        var person = register("Fautif", "Luc");

        var amended = amend(person, person(person).id("revisionId"), "Correct");

        assertThat(amended.status()).isEqualTo(200);
        assertThat(person(person).text("familyName")).isEqualTo("Correct");
        assertThat(person(person).text("revisionId")).isEqualTo(amended.text("revisionId"));
        await().atMost(SOON).until(() -> search("correct luc").contains("Correct"));
        assertThat(search("fautif luc")).doesNotContain("Fautif");
    }

    @Test
    void of_two_workers_who_correct_the_same_name_the_second_is_told_what_is_in_force() {
        var person = register("Disputé", "Luc");
        var read = person(person).id("revisionId");
        var first = amend(person, read, "Premier");

        var second = amend(person, read, "Second");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).endsWith("edited-meanwhile");
        assertThat(second.text("revisionId")).isEqualTo(first.text("revisionId"));
        assertThat(person(person).text("familyName")).isEqualTo("Premier");
    }

    @Test
    void another_unit_corrects_nobody() {
        var person = register("Chez", "Nous");

        var answer = as("worker", "north").put("/api/cases/persons/" + person, named("Ailleurs", person));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void a_correction_says_which_wording_it_corrects() {
        var person = register("Sans", "Version");

        var answer = worker().put("/api/cases/persons/" + person, Map.of("familyName", "Autre"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("pointer").asString()).isEqualTo("/revisionId");
    }

    private Answer person(UUID person) {
        return worker().get("/api/cases/persons/" + person);
    }

    private Answer amend(UUID person, UUID readRevision, String familyName) {
        return worker().put("/api/cases/persons/" + person, named(familyName, readRevision));
    }

    private static Map<String, Object> named(String familyName, UUID readRevision) {
        return Map.of("familyName", familyName, "givenName", "Luc", "revisionId", readRevision);
    }

    private static List<String> texts(Answer person, String member) {
        return person.body().get(member).valueStream().map(JsonNode::asString).toList();
    }
}
