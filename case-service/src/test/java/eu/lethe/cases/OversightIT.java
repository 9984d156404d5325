package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told that a file was opened exceptionally, is shown why, and takes note of it. */
class OversightIT extends RunningCaseService {

    private static final String WHY = "Elle est hospitalisée.";

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file_of_unit_centre() {
        person = register("Surveillée", "Sara");
        file = openFile(person);
        lead().get("/api/cases/me");
        north().get("/api/cases/me");
        dpo().get("/api/cases/me");
    }

    @Test
    void the_referent_is_told_and_nobody_else_takes_note() {
        var access = exceptionally(north());

        assertThat(shownTo(worker(), access)).isPresent();
        assertThat(shownTo(lead(), access)).isEmpty();
        assertThat(seen(lead(), access)).isEqualTo(403);
        assertThat(seen(dpo(), access)).isEqualTo(403);
        assertThat(seen(worker(), access)).isEqualTo(200);
    }

    @Test
    void a_referent_who_is_excluded_afterwards_neither_sees_why_nor_takes_note_and_the_lead_does() {
        var access = exceptionally(north());
        exclude(id("worker", "centre"));

        assertThat(shownTo(worker(), access)).isEmpty();
        assertThat(seen(worker(), access)).isEqualTo(403);
        assertThat(shownTo(lead(), access).orElseThrow().get("reasonText").asString())
                .isEqualTo(WHY);
        assertThat(due(lead())).contains(access);
        assertThat(seen(lead(), access)).isEqualTo(200);
        assertThat(due(lead())).doesNotContain(access);
    }

    @Test
    void a_referent_barred_by_a_restriction_does_not_take_note_of_their_own_access() {
        restrict(List.of(id("lead", "centre")));
        assertThat(told(worker().get("/api/cases/files/" + file).body())).isEqualTo("lead");
        var access = exceptionally(worker());

        assertThat(shownTo(worker(), access)).isEmpty();
        assertThat(due(worker())).doesNotContain(access);
        assertThat(seen(worker(), access)).isEqualTo(403);
        assertThat(seen(lead(), access)).isEqualTo(200);
    }

    @Test
    void where_the_lead_is_barred_too_the_protection_officer_is_told() {
        var other = UUID.nameUUIDFromBytes("seule".getBytes(StandardCharsets.UTF_8));
        colleague(other, "Seule Admise", "centre").get("/api/cases/me");
        restrict(List.of(other.toString()));
        assertThat(told(worker().get("/api/cases/files/" + file).body())).isEqualTo("dpo");
        var access = exceptionally(worker());

        assertThat(shownTo(lead(), access)).isEmpty();
        assertThat(seen(lead(), access)).isEqualTo(403);
        var item = shownTo(dpo(), access).orElseThrow();
        assertThat(item.get("yours").asBoolean()).isTrue();
        assertThat(item.get("reasonText").asString()).isEqualTo(WHY);
        assertThat(seen(dpo(), access)).isEqualTo(200);
    }

    @Test
    void a_protection_officer_who_is_excluded_is_shown_nothing_of_the_person() {
        exclude(id("dpo", "centre"));
        var access = exceptionally(north());

        assertThat(shownTo(dpo(), access)).isEmpty();
        assertThat(seen(dpo(), access)).isEqualTo(403);
    }

    @Test
    void who_asks_for_access_is_told_who_will_know_and_it_is_so() {
        var refusal = north().get("/api/cases/files/" + file).body();

        assertThat(told(refusal)).isEqualTo("referent");
        assertThat(refusal.get("told").get("staff").get(0).get("id").asString()).isEqualTo(id("worker", "centre"));

        exclude(id("worker", "centre"));

        assertThat(told(north().get("/api/cases/files/" + file).body())).isEqualTo("lead");
        var opened = opened(north());
        assertThat(told(opened.body())).isEqualTo("lead");
        assertThat(shownTo(lead(), opened.text("accessId"))).isPresent();
    }

    @Test
    void who_reads_by_exceptional_access_is_not_shown_why_others_did() {
        exceptionally(north());
        north().get("/api/cases/files/" + file);
        var other = colleague(
                UUID.nameUUIDFromBytes("passante".getBytes(StandardCharsets.UTF_8)), "Passante Nord", "north");
        exceptionally(other);

        var readers = other.get("/api/cases/files/" + file + "/readers");

        assertThat(readers.status()).isEqualTo(200);
        assertThat(readers.response().body()).contains("emergency").doesNotContain(WHY);
        assertThat(worker().get("/api/cases/files/" + file + "/readers")
                        .response()
                        .body())
                .contains(WHY);
    }

    private Api dpo() {
        return as("dpo", "centre");
    }

    private static String told(JsonNode body) {
        return body.get("told").get("office").asString();
    }

    private void exclude(String worker) {
        assertThat(lead().post(
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

    private Api.Answer opened(Api caller) {
        var opened = caller.post(
                "/api/cases/files/" + file + "/exceptional-access", Map.of("reason", "emergency", "reasonText", WHY));
        assertThat(opened.status()).isEqualTo(201);
        return opened;
    }

    private String exceptionally(Api caller) {
        return opened(caller).text("accessId");
    }

    private static int seen(Api caller, String access) {
        return caller.post("/api/cases/exceptional-accesses/" + access + "/seen", Map.of())
                .status();
    }

    private static Optional<JsonNode> shownTo(Api caller, String access) {
        var answer = caller.get("/api/cases/exceptional-accesses");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("accessId").asString().equals(access))
                .findFirst();
    }

    private static List<String> due(Api caller) {
        return caller.get("/api/cases/due")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("recordId").asString())
                .toList();
    }
}
