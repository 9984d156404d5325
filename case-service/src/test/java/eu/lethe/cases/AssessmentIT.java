package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentIT extends RunningCaseService {

    private static final String CANARY = "Canari-Evaluation";

    @Test
    void an_assessment_is_a_text_with_headings_where_wanted_and_goals() {
        var file = openFile(register("Bilan", "Ève"));

        var written = worker().post(
                        path(file),
                        Map.of(
                                "date",
                                "2026-01-05",
                                "sections",
                                List.of(
                                        Map.of("text", "Vit seule."),
                                        Map.of("heading", "Logement", "text", "Loyer à jour.")),
                                "goals",
                                List.of(Map.of("text", "Permis de conduire", "by", "2026-09-01"))));

        assertThat(written.status()).isEqualTo(201);
        var read = worker().get(path(file)).body().get("items").get(0);
        assertThat(read.get("sections").get(0).get("heading").isNull()).isTrue();
        assertThat(read.get("sections").get(1).get("heading").asString()).isEqualTo("Logement");
        assertThat(read.get("goals").get(0).get("state").asString()).isEqualTo("open");
        assertThat(read.get("author").get("name").asString()).isEqualTo("Claire Morel");
    }

    @Test
    void it_is_written_anew_and_earlier_wordings_stay() {
        var file = openFile(register("Révisé", "Rémi"));
        var first = write(file, "D’abord.");
        var goal = worker().get(path(file))
                .body()
                .get("items")
                .get(0)
                .get("goals")
                .get(0)
                .get("goalId")
                .asString();

        var second = rewrite(file, first, first.id("revisionId"), "Ensuite.", goal);

        assertThat(second.status()).isEqualTo(200);
        var inForce = worker().get(path(file)).body().get("items");
        assertThat(inForce.size()).isEqualTo(1);
        assertThat(inForce.get(0).get("revisions").asInt()).isEqualTo(2);
        assertThat(inForce.get(0).get("goals").get(0).get("goalId").asString()).isEqualTo(goal);
        assertThat(inForce.get(0).get("goals").get(0).get("state").asString()).isEqualTo("reached");
        assertThat(worker().get(path(file) + "/" + first.id("assessmentId") + "/revisions")
                        .body()
                        .get("items")
                        .valueStream()
                        .map(revision ->
                                revision.get("sections").get(0).get("text").asString()))
                .containsExactly("D’abord.", "Ensuite.");
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told_and_loses_nothing() {
        var file = openFile(register("Deux", "Plumes"));
        var first = write(file, "D’abord.");
        var second = rewrite(file, first, first.id("revisionId"), "Ensuite.", null);

        var third = rewrite(file, first, first.id("revisionId"), CANARY, null);

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text("type")).isEqualTo("urn:lethe:problem:edited-meanwhile");
        assertThat(third.id("revisionId")).isEqualTo(second.id("revisionId"));
        assertThat(third.response().body()).doesNotContain(CANARY);
    }

    @Test
    void another_unit_reads_and_writes_none() {
        var file = openFile(register("Fermé", "Fou"));
        var written = write(file, "Pour nous.");
        var north = as("worker", "north");

        assertThat(List.of(
                        north.get(path(file)).status(),
                        north.post(path(file), body("…", null)).status(),
                        north.get(path(file) + "/" + written.id("assessmentId") + "/revisions")
                                .status(),
                        north.put(path(file) + "/" + written.id("assessmentId"), body("…", null))
                                .status()))
                .containsOnly(403);
    }

    @Test
    void what_is_missing_is_named_by_its_place() {
        var file = openFile(register("Vide", "Ute"));

        var refused = worker().post(path(file), Map.of("date", "2026-01-05", "sections", List.of()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/sections");
    }

    @Test
    void an_assessment_of_another_file_is_not_there() {
        var written = write(openFile(register("Ici", "Ida")), "Ici.");
        var other = openFile(register("Ailleurs", "Ali"));

        assertThat(rewrite(other, written, written.id("revisionId"), "Là.", null)
                        .status())
                .isEqualTo(404);
    }

    private Answer write(UUID file, String text) {
        var answer = worker().post(path(file), body(text, null));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private Answer rewrite(UUID file, Answer written, UUID read, String text, @Nullable String goal) {
        var body = new java.util.HashMap<String, Object>(body(text, goal));
        body.put("revisionId", read);
        return worker().put(path(file) + "/" + written.id("assessmentId"), body);
    }

    private static Map<String, Object> body(String text, @Nullable String goal) {
        return Map.of(
                "date",
                "2026-01-05",
                "sections",
                List.of(Map.of("text", text)),
                "goals",
                List.of(
                        goal == null
                                ? Map.of("text", "Emploi")
                                : Map.of("goalId", goal, "text", "Emploi", "state", "reached")));
    }

    private static String path(UUID file) {
        return "/api/cases/files/" + file + "/assessments";
    }
}
