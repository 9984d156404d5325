package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may answer for a file: a worker of its unit whom nobody keeps from the person. */
class ReferentIT extends RunningCaseService {

    private static final UUID NADIA = UUID.nameUUIDFromBytes("nadia".getBytes(StandardCharsets.UTF_8));

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file_of_unit_centre() {
        person = register("Confiée", "Clara");
        file = openFile(person);
        lead().get("/api/cases/me");
        as("dpo", "centre").get("/api/cases/me");
        as("worker", "north").get("/api/cases/me");
        colleague(NADIA, "Nadia Ferry", "centre").get("/api/cases/me");
    }

    @Test
    void who_is_excluded_from_the_person_is_not_made_referent() {
        exclude(NADIA.toString());

        assertThat(assign(NADIA)).isEqualTo(400);
    }

    @Test
    void who_a_restriction_leaves_out_is_not_made_referent() {
        restrict(List.of(id("worker", "centre")));

        assertThat(assign(NADIA)).isEqualTo(400);
    }

    @Test
    void who_has_another_office_is_not_made_referent() {
        assertThat(assign(UUID.fromString(id("dpo", "centre")))).isEqualTo(400);
        assertThat(assign(UUID.fromString(id("lead", "centre")))).isEqualTo(400);
    }

    @Test
    void a_file_is_not_transferred_to_who_is_excluded() {
        exclude(id("worker", "north"));

        assertThat(lead().post(
                                "/api/cases/files/" + file + "/transfer",
                                Map.of("unit", "north", "referent", id("worker", "north")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_referent_who_is_excluded_afterwards_is_not_shown_as_such() {
        assign(NADIA);
        exclude(NADIA.toString());

        assertThat(file(file).body().get("referent").isNull()).isTrue();
    }

    @Test
    void a_referent_who_changes_unit_or_role_answers_no_more_and_the_lead_is_told() {
        assign(NADIA);
        assertThat(told()).isEqualTo("referent");
        colleague(NADIA, "Nadia Ferry", "south").get("/api/cases/me");

        assertThat(file(file).body().get("referent").isNull()).isTrue();
        assertThat(told()).isEqualTo("lead");

        colleague(NADIA, "Nadia Ferry", "centre").get("/api/cases/me");
        assertThat(told()).isEqualTo("referent");
    }

    @Test
    void once_a_transfer_is_taken_back_who_answered_before_does_so_again_whoever_was_named_there() {
        assign(NADIA);
        transfer(Map.of("unit", "north", "referent", id("worker", "north")));

        takeBack();

        assertThat(referent(file)).isEqualTo(NADIA.toString());
    }

    @Test
    void nobody_answers_once_it_is_taken_back_where_who_did_may_no_longer() {
        assign(NADIA);
        transfer(Map.of("unit", "north"));
        exclude(NADIA.toString(), as("lead", "north"));
        takeBack();
        assertThat(referent(file)).isEqualTo("nobody");

        assertThat(assign(UUID.fromString(id("worker", "centre")))).isEqualTo(200);
        var other = UUID.randomUUID();
        colleague(other, "Mutée", "centre").get("/api/cases/me");
        assign(other);
        transfer(Map.of("unit", "north"));
        colleague(other, "Mutée", "south").get("/api/cases/me");
        takeBack();
        assertThat(referent(file)).isEqualTo("nobody");
    }

    @Test
    void with_a_duplicate_that_went_along_comes_back_who_answered_for_it() {
        var duplicate = register("Confiée", "Clara");
        var duplicateFile = openFile(duplicate);
        assertThat(lead().post("/api/cases/files/" + duplicateFile + "/referent", Map.of("workerId", NADIA))
                        .status())
                .isEqualTo(200);
        assertThat(worker().post(
                                "/api/cases/persons/" + person + "/duplicates",
                                Map.of("duplicateId", duplicate, "confirmed", true))
                        .status())
                .isEqualTo(201);
        transfer(Map.of("unit", "north"));
        takeBack();

        assertThat(worker().delete("/api/cases/persons/" + person + "/duplicates/" + duplicate)
                        .status())
                .isEqualTo(204);

        assertThat(referent(file)).isEqualTo(id("worker", "centre"));
        assertThat(referent(duplicateFile)).isEqualTo(NADIA.toString());
    }

    private void transfer(Map<String, ?> to) {
        assertThat(lead().post("/api/cases/files/" + file + "/transfer", to).status())
                .isEqualTo(200);
    }

    private void takeBack() {
        assertThat(lead().delete("/api/cases/files/" + file + "/transfer").status())
                .isEqualTo(200);
    }

    private String referent(UUID of) {
        return await().atMost(SOON)
                .until(() -> file(of), read -> read.status() == 200)
                .body()
                .get("referent")
                .path("id")
                .asString("nobody");
    }

    @Test
    void an_import_names_no_referent_of_another_unit_or_office() {
        var elsewhere = UUID.randomUUID();
        var name = "Ailleurs " + elsewhere;
        colleague(elsewhere, name, "north").get("/api/cases/me");
        var begun = lead().csv(
                        "/api/cases/imports?dryRun=false",
                        "reference;familyName;referent\n" + UUID.randomUUID() + ";Importée;" + name + "\n");
        assertThat(begun.status()).isEqualTo(202);

        await().atMost(SOON)
                .until(() -> !lead().get("/api/cases/imports/" + begun.id("importId"))
                        .text("state")
                        .equals("running"));

        var run = lead().get("/api/cases/imports/" + begun.id("importId")).body();
        assertThat(run.get("refused").asInt()).isEqualTo(1);
        assertThat(run.get("errors").get(0).get("column").asString()).isEqualTo("referent");
        assertThat(run.get("errors").get(0).get("code").asString()).isEqualTo("not-of-unit");
    }

    private String told() {
        return as("worker", "north")
                .get("/api/cases/files/" + file)
                .body()
                .get("told")
                .get("office")
                .asString();
    }

    private int assign(UUID worker) {
        return lead().post("/api/cases/files/" + file + "/referent", Map.of("workerId", worker))
                .status();
    }

    private void exclude(String worker) {
        exclude(worker, lead());
    }

    private void exclude(String worker, Api by) {
        assertThat(by.post(
                                "/api/cases/persons/" + person + "/exclusions",
                                Map.of("workerId", worker, "ask", id("lead", "centre"), "reason", "relative"))
                        .status())
                .isEqualTo(201);
    }

    private void restrict(List<String> workers) {
        assertThat(lead().put(
                                "/api/cases/persons/" + person + "/restriction",
                                Map.of(
                                        "workerIds",
                                        workers,
                                        "ask",
                                        id("lead", "centre"),
                                        "exceptionalAccess",
                                        true,
                                        "reason",
                                        "protection"))
                        .status())
                .isEqualTo(200);
    }
}
