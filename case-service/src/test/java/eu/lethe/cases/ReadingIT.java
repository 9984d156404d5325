package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read about a person, and what others are told. */
class ReadingIT extends RunningCaseService {

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file_of_unit_centre() {
        person = register("Restreint", "Noé");
        file = openFile(person);
        // the directory learns of staff when they call
        lead().get("/api/cases/me");
        north().get("/api/cases/me");
    }

    @Test
    void another_units_worker_is_told_whom_to_ask() {
        var answer = north().get("/api/cases/files/" + file);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:other-unit");
        assertThat(answer.body().get("exceptionalAccess").asBoolean()).isTrue();
        assertThat(answer.body().get("referent").get("id").asString()).isEqualTo(id("worker", "centre"));
        assertThat(answer.text("fileId")).isEqualTo(file.toString());
    }

    @Test
    void an_excluded_worker_is_told_whom_to_ask_and_nothing_else() {
        exclude(id("worker", "centre"));

        var answer = worker().get("/api/cases/files/" + file);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:excluded");
        assertThat(answer.body().get("ask").get("id").asString()).isEqualTo(id("lead", "centre"));
        assertThat(worker().get("/api/cases/persons/" + person).status()).isEqualTo(403);
        assertThat(recordOn(file, "Rien.").status()).isEqualTo(403);
    }

    @Test
    void an_excluded_worker_neither_finds_nor_lists_the_person() {
        var name = "Invisible" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");
        person = register(name, "Léa");
        file = openFile(person);
        await().atMost(SOON).until(() -> !search(name).isEmpty());
        exclude(id("worker", "centre"));

        assertThat(search(name)).isEmpty();
        assertThat(listed(worker())).doesNotContain(file.toString());
    }

    @Test
    void an_exclusion_that_was_lifted_is_no_more() {
        var exclusion = exclude(id("worker", "centre"));

        assertThat(lead().delete("/api/cases/persons/" + person + "/exclusions/" + exclusion)
                        .status())
                .isEqualTo(204);

        assertThat(file(file).status()).isEqualTo(200);
    }

    @Test
    void only_those_named_read_what_is_restricted() {
        restrict(List.of(id("worker", "north")), false);

        var answer = file(file);

        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:restricted");
        assertThat(answer.body().get("exceptionalAccess").asBoolean()).isFalse();
        assertThat(listed(worker())).doesNotContain(file.toString());
        assertThat(exceptionally(worker()).status()).isEqualTo(403);
    }

    @Test
    void a_restriction_may_leave_room_for_exceptional_access() {
        restrict(List.of(id("lead", "centre")), true);

        assertThat(exceptionally(worker()).status()).isEqualTo(201);

        assertThat(file(file).status()).isEqualTo(200);
    }

    @Test
    void a_lead_sees_what_is_in_force_and_lifts_it() {
        exclude(id("worker", "north"));
        restrict(List.of(id("worker", "centre")), true);

        var reading = lead().get("/api/cases/persons/" + person + "/reading").body();

        assertThat(reading.get("exclusions").get(0).get("worker").get("id").asString())
                .isEqualTo(id("worker", "north"));
        assertThat(reading.get("restriction").get("exceptionalAccess").asBoolean())
                .isTrue();
        var restriction = "/api/cases/persons/" + person + "/restriction?revisionId=";
        assertThat(lead().delete(restriction + UUID.randomUUID()).status()).isEqualTo(409);
        assertThat(lead().delete(restriction
                                + reading.get("restriction")
                                        .get("restrictionId")
                                        .asString())
                        .status())
                .isEqualTo(204);
        assertThat(lead().get("/api/cases/persons/" + person + "/reading")
                        .body()
                        .get("restriction")
                        .isNull())
                .isTrue();
    }

    @Test
    void exceptional_access_opens_the_file_and_tells_the_referent() {
        var opened = exceptionally(north());

        assertThat(opened.status()).isEqualTo(201);
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(200);
        var told = worker().get("/api/cases/exceptional-accesses")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("accessId").asString().equals(opened.text("accessId")))
                .findFirst()
                .orElseThrow();
        assertThat(told.get("reasonText").asString()).isEqualTo("Expulsion ce soir.");
        assertThat(told.get("seen").asBoolean()).isFalse();
        assertThat(worker().post("/api/cases/exceptional-accesses/" + opened.text("accessId") + "/seen", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(north().post("/api/cases/exceptional-accesses/" + opened.text("accessId") + "/seen", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_exclusion_beats_exceptional_access() {
        exceptionally(north());
        exclude(id("worker", "north"));

        assertThat(north().get("/api/cases/files/" + file).text("type")).isEqualTo("urn:lethe:problem:excluded");
        assertThat(exceptionally(north()).text("type")).isEqualTo("urn:lethe:problem:excluded");
    }

    @Test
    void who_may_read_needs_no_exceptional_access() {
        assertThat(exceptionally(worker()).status()).isEqualTo(409);
    }

    @Test
    void only_staff_that_is_known_is_excluded() {
        var answer = lead().post(
                        "/api/cases/persons/" + person + "/exclusions",
                        Map.of("workerId", UUID.randomUUID(), "ask", id("lead", "centre"), "reason", "relative"));

        assertThat(answer.status()).isEqualTo(400);
    }

    private String exclude(String worker) {
        var answer = lead().post(
                        "/api/cases/persons/" + person + "/exclusions",
                        Map.of(
                                "workerId",
                                worker,
                                "ask",
                                id("lead", "centre"),
                                "reason",
                                "relative",
                                "reasonText",
                                "Sa sœur."));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("exclusionId");
    }

    private void restrict(List<String> workers, boolean exceptionalAccess) {
        var answer = lead().put(
                        "/api/cases/persons/" + person + "/restriction",
                        Map.of(
                                "workerIds",
                                workers,
                                "ask",
                                id("lead", "centre"),
                                "exceptionalAccess",
                                exceptionalAccess,
                                "reason",
                                "protection"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private Api.Answer exceptionally(Api caller) {
        return caller.post(
                "/api/cases/files/" + file + "/exceptional-access",
                Map.of("reason", "emergency", "reasonText", "Expulsion ce soir."));
    }

    private static List<String> listed(Api caller) {
        return java.util.stream.IntStream.rangeClosed(
                        0, caller.get("/api/cases/files").body().get("total").asInt() / 50)
                .boxed()
                .flatMap(page -> caller.get("/api/cases/files?page=" + page)
                        .body()
                        .get("items")
                        .valueStream())
                .map(item -> item.get("fileId").asString())
                .toList();
    }
}
