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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers for a file, in which unit, and whether the support goes on. */
class LifeOfFilesIT extends RunningCaseService {

    private static final UUID NADIA = UUID.fromString("5d4f1f9e-6f6c-4a3e-9d55-5f0c3a1c9b11");

    @Autowired
    private JdbcClient database;

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file_of_unit_centre() {
        person = register("Parcours", "Iris");
        file = openFile(person);
        lead().get("/api/cases/me");
        north().get("/api/cases/me");
        colleague(NADIA, "Nadia Roche", "centre").get("/api/cases/me");
    }

    @Test
    void a_lead_assigns_another_worker() {
        assertThat(lead().post("/api/cases/files/" + file + "/referent", Map.of("workerId", NADIA))
                        .status())
                .isEqualTo(200);

        assertThat(file(file).body().get("referent").get("name").asString()).isEqualTo("Nadia Roche");
    }

    @Test
    void a_worker_sees_who_works_in_the_own_unit_and_a_lead_who_works_in_any() {
        assertThat(staff(worker(), "")).contains(NADIA.toString()).doesNotContain(id("worker", "north"));
        assertThat(staff(lead(), "?unit=north")).contains(id("worker", "north"));
        assertThat(worker().get("/api/cases/staff?unit=north").status()).isEqualTo(403);
    }

    @Test
    void nobody_unknown_or_of_another_unit_is_assigned() {
        for (var worker : List.of(UUID.randomUUID().toString(), id("worker", "north"))) {
            assertThat(lead().post("/api/cases/files/" + file + "/referent", Map.of("workerId", worker))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_transfer_moves_the_right_to_read_at_once() {
        record(file, "Avant le départ.");

        var answer = lead().post(
                        "/api/cases/files/" + file + "/transfer",
                        Map.of("unit", "north", "referent", id("worker", "north")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(file(file).status()).isEqualTo(403);
        assertThat(worker().get("/api/cases/persons/" + person).status()).isEqualTo(403);
        assertThat(recordOn(file, "Trop tard.").status()).isEqualTo(403);
        var there = north().get("/api/cases/files/" + file);
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.text("unit")).isEqualTo("north");
        assertThat(there.body().get("contacts").get(0).get("text").asString()).isEqualTo("Avant le départ.");
        assertThat(north().get("/api/cases/persons/" + person).text("unit")).isEqualTo("north");
    }

    @Test
    void a_transfer_that_is_taken_back_leaves_everything_as_it_was() {
        record(file, "Resté le même.");
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));

        assertThat(lead().delete("/api/cases/files/" + file + "/transfer").status())
                .isEqualTo(200);

        var back = file(file);
        assertThat(back.text("unit")).isEqualTo("centre");
        assertThat(back.body().get("referent").get("id").asString()).isEqualTo(id("worker", "centre"));
        assertThat(worker().get("/api/cases/persons/" + person).text("unit")).isEqualTo("centre");
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(403);
        assertThat(lead().delete("/api/cases/files/" + file + "/transfer").status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void nobody_but_the_lead_who_sent_it_takes_a_transfer_back() {
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));

        for (var stranger : List.of(as("lead", "south"), as("lead", "north"), worker(), north())) {
            assertThat(stranger.delete("/api/cases/files/" + file + "/transfer").status())
                    .isIn(403, 409);
        }
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(200);
    }

    @Test
    void a_transfer_on_which_the_other_unit_has_decided_is_not_taken_back() {
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));
        as("lead", "north").post("/api/cases/files/" + file + "/referent", Map.of("workerId", id("worker", "north")));

        var refused = lead().delete("/api/cases/files/" + file + "/transfer");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:transfer-settled");
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(200);
    }

    @Test
    void what_was_merged_there_since_does_not_come_along() {
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));
        var theirs = north().post("/api/cases/persons", Map.of("familyName", "Parcourt", "givenName", "Iris"))
                .id("personId");
        var theirFile = north().post("/api/cases/files", Map.of("personId", theirs, "unit", "north"))
                .id("fileId");
        assertThat(north().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", theirs))
                        .status())
                .isEqualTo(201);

        assertThat(lead().delete("/api/cases/files/" + file + "/transfer").text("type"))
                .isEqualTo("urn:lethe:problem:transfer-settled");
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(200);
        assertThat(as("lead", "north")
                        .get("/api/cases/files?fileId=" + theirFile)
                        .body()
                        .get("items")
                        .isEmpty())
                .as("a duplicate is no file of the unit's list")
                .isTrue();
        assertThat(as("lead", "south")
                        .delete("/api/cases/files/" + theirFile + "/transfer")
                        .status())
                .as("who did not send it learns nothing")
                .isEqualTo(403);
    }

    @Test
    void a_lead_who_is_kept_from_the_person_meanwhile_takes_nothing_back() {
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));
        as("lead", "north")
                .post(
                        "/api/cases/persons/" + person + "/exclusions",
                        Map.of("workerId", id("lead", "centre"), "ask", id("lead", "north"), "reason", "relative"));

        assertThat(lead().delete("/api/cases/files/" + file + "/transfer").text("type"))
                .isEqualTo("urn:lethe:problem:excluded");
    }

    @Test
    void a_transfer_keeps_the_keys() {
        record(file, "Scellé.");
        var before = sealedTexts();

        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));

        assertThat(sealedTexts()).isEqualTo(before);
        assertThat(north().get("/api/cases/files/" + file)
                        .body()
                        .get("referent")
                        .isNull())
                .isTrue();
    }

    @Test
    void file_and_person_move_in_one_transaction() {
        lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "north"));

        var transactions = database.sql("""
                        select distinct xmin::text from domain_event
                         where aggregate_identifier in (:file, :person)
                           and payload_type like '%Transferred%'""")
                .param("file", file.toString())
                .param("person", person.toString())
                .query(String.class)
                .list();
        assertThat(transactions).hasSize(1);
    }

    @Test
    void a_file_goes_neither_to_paper_nor_to_where_it_is() {
        assertThat(lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "islands"))
                        .status())
                .isEqualTo(422);
        assertThat(lead().post("/api/cases/files/" + file + "/transfer", Map.of("unit", "centre"))
                        .text("type"))
                .isEqualTo("urn:lethe:problem:same-unit");
    }

    @Test
    void nothing_is_written_in_a_closed_file() {
        assertThat(worker().post("/api/cases/files/" + file + "/closing", Map.of("reason", "goals-reached"))
                        .status())
                .isEqualTo(200);

        // an assessment sums up support that goes on
        var refused = worker().post(
                        "/api/cases/files/" + file + "/assessments",
                        Map.of(
                                "date",
                                "2026-01-10",
                                "sections",
                                List.of(Map.of("text", "Après.")),
                                "goals",
                                List.of()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:closed");
        var read = file(file);
        assertThat(read.text("state")).isEqualTo("closed");
        assertThat(read.text("closingReason")).isEqualTo("goals-reached");
    }

    @Test
    void a_reopened_file_is_written_in_again() {
        worker().post("/api/cases/files/" + file + "/closing", Map.of("reason", "no-contact"));

        assertThat(worker().post("/api/cases/files/" + file + "/reopening", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(recordOn(file, "De nouveau.").status()).isEqualTo(201);
        assertThat(file(file).text("state")).isEqualTo("live");
    }

    @Test
    void the_list_is_narrowed_by_state_and_referent() {
        worker().post("/api/cases/files/" + file + "/closing", Map.of("reason", "moved-away"));
        lead().post("/api/cases/files/" + file + "/referent", Map.of("workerId", NADIA));

        assertThat(listed(worker(), "state=closed")).contains(file.toString());
        assertThat(listed(worker(), "state=live")).doesNotContain(file.toString());
        assertThat(listed(worker(), "state=closed&mine=true")).doesNotContain(file.toString());
        assertThat(listed(worker(), "fileId=" + file)).containsExactly(file.toString());
        assertThat(worker().get("/api/cases/files?state=lost").status()).isEqualTo(400);
    }

    @Test
    void a_lead_lists_the_files_of_one_referent_and_those_that_wait_for_one() {
        var waiting = openFile(register("Attente", "Line"));
        lead().post("/api/cases/files/" + waiting + "/referent", Map.of("workerId", NADIA));
        assertThat(listed(lead(), "referent=" + NADIA))
                .contains(waiting.toString())
                .doesNotContain(file.toString());

        colleague(NADIA, "Nadia Roche", "north").get("/api/cases/me");

        assertThat(listed(lead(), "unassigned=true"))
                .contains(waiting.toString())
                .doesNotContain(file.toString());
        assertThat(listed(lead(), "referent=" + NADIA)).doesNotContain(waiting.toString());
    }

    @Test
    void a_lead_finds_files_by_name_and_reads_none() {
        await().atMost(SOON)
                .until(() -> lead().post("/api/cases/search", Map.of("text", "Parcours Iris"))
                        .body()
                        .toString()
                        .contains(file.toString()));

        assertThat(lead().get("/api/cases/files/" + file).status()).isEqualTo(403);
        assertThat(as("lead", "north")
                        .post("/api/cases/search", Map.of("text", "Parcours Iris"))
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_lead_keeps_out_whoever_works_for_the_agency_in_any_unit_or_none() {
        as("dpo", "").get("/api/cases/me");
        assertThat(staff(lead(), "?everywhere=true")).contains(id("worker", "north"), id("dpo", ""), NADIA.toString());
        assertThat(worker().get("/api/cases/staff?everywhere=true").status()).isEqualTo(403);

        lead().post(
                        "/api/cases/persons/" + person + "/exclusions",
                        Map.of("workerId", id("worker", "north"), "ask", id("lead", "centre"), "reason", "relative"));

        var refused = north().post(
                        "/api/cases/files/" + file + "/exceptional-access",
                        Map.of("reason", "emergency", "reasonText", "Accueil de nuit."));
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:excluded");
    }

    @Test
    void a_lead_sees_that_a_restricted_file_is_there_without_its_name() {
        lead().put(
                        "/api/cases/persons/" + person + "/restriction",
                        Map.of(
                                "workerIds",
                                List.of(id("worker", "centre")),
                                "ask",
                                id("lead", "centre"),
                                "exceptionalAccess",
                                false,
                                "reason",
                                "staff-member"));

        var item = items(lead(), "state=live&fileId=" + file).getFirst();
        assertThat(item.get("person").get("familyName").isNull()).isTrue();
        assertThat(item.get("referent").get("id").asString()).isEqualTo(id("worker", "centre"));
    }

    @Test
    void an_exceptional_access_is_due_to_be_looked_at() {
        var access = north().post(
                        "/api/cases/files/" + file + "/exceptional-access",
                        Map.of("reason", "replacement", "reasonText", "Absence."))
                .text("accessId");

        assertThat(due(worker())).contains(access);
        assertThat(due(lead())).doesNotContain(access);
        assertThat(due(north())).doesNotContain(access);

        worker().post("/api/cases/exceptional-accesses/" + access + "/seen", Map.of());
        assertThat(due(worker())).doesNotContain(access);
    }

    private static List<String> staff(Api caller, String query) {
        return caller.get("/api/cases/staff" + query)
                .body()
                .get("items")
                .valueStream()
                .map(member -> member.get("id").asString())
                .toList();
    }

    private static List<String> due(Api caller) {
        return caller.get("/api/cases/due")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("recordId").asString())
                .toList();
    }

    private List<String> sealedTexts() {
        return database.sql("select text from contact where file_id = :file")
                .param("file", file)
                .query((row, _) -> row.getString("text"))
                .list();
    }

    private static List<String> listed(Api caller, String filter) {
        return items(caller, filter).stream()
                .map(item -> item.get("fileId").asString())
                .toList();
    }

    private static List<tools.jackson.databind.JsonNode> items(Api caller, String filter) {
        var pages = caller.get("/api/cases/files?" + filter).body().get("total").asInt() / 50;
        return java.util.stream.IntStream.rangeClosed(0, pages)
                .boxed()
                .flatMap(page -> caller.get("/api/cases/files?" + filter + "&page=" + page)
                        .body()
                        .get("items")
                        .valueStream())
                .toList();
    }
}
