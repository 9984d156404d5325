package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.retention.running.ErasuresAsked;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An erasure of which the database that was put back knows nothing, or not that it was approved, comes to its end all the same. */
class ErasureAfterBackupIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate ON = LocalDate.parse("2024-02-29");

    private RestorableRetention retention;
    private ErasuresAsked erasures;
    private UUID gone;
    private UUID stays;

    @BeforeEach
    void two_persons(@TempDir Path directory) {
        retention = RestorableRetention.in(directory);
        erasures = new ErasuresAsked(retention);
        gone = retention.born();
        stays = retention.born();
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void one_begun_after_the_backup_is_pruned_and_certified_and_so_again_when_it_is_put_back_again()
            throws SQLException {
        retention.backUp("before");
        var erasure = UUID.randomUUID();
        Removals.remove(retention, erasure, gone, ON);

        for (var time = 0; time < 2; time++) {
            retention.stop();
            retention.restore("before", Part.POSTGRESQL);
            retention.start();
            var run = takenUp();

            assertThat(run.path("takenUp").path("erasureId").asString()).isEqualTo(erasure.toString());
            assertThat(run.path("reasonLabel").asString()).isEqualTo("Taken up after a restore");
            var id = run.path("erasureId").asString();
            assertThat(recordedOf(id, "KeysRemoved"))
                    .as("who asks whether it is true is told so")
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.at("/data/personId").asString()).isEqualTo(gone.toString());
                        assertThat(event.at("/data/on").asString()).isEqualTo(ON.toString());
                        assertThat(event.at("/data/keys").size()).isEqualTo(5);
                    });
            confirmed(id, "purged", "confirmed");
            await().atMost(SOON).until(() -> recordedOf(id, "PruningOrdered").size() == 1);

            retention.stopService();
            retention.startService();
            assertThat(runs()).as("taken up once").hasSize(1);
        }

        var id = takenUp().path("erasureId").asString();
        confirmed(id, "pruned", "pruned");
        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> erasures.show(id).textAt("/state").equals("certified"));
        var certificate = retention.get(
                Someone.DPO, "/api/retention/certificates/" + erasures.show(id).textAt("/certificateId"));
        var verdict = CertificateVerifier.verify(
                certificate.bytes(),
                retention.get(Someone.DPO, "/api/retention/anchor").text());
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.findings())
                .anyMatch(finding -> finding.startsWith("5 key(s) of 1 person(s) were removed between " + ON))
                .anyMatch(finding ->
                        finding.startsWith("Taken up after a restore at ") && finding.contains(erasure.toString()));
    }

    @Test
    void one_that_the_backup_knows_as_asked_for_is_taken_up_and_approved_no_more() throws SQLException {
        erasures.known(gone, stays);
        var preview = retention.post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(gone, stays), "reason", "recorded-in-error"));
        var asked = preview.textAt("/erasureId");
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(asked) + "/request", Map.of("confirmedCount", 2))
                        .status())
                .isEqualTo(200);
        retention.backUp("before");
        Removals.remove(retention, UUID.fromString(asked), gone, ON);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();

        var run = takenUp();
        assertThat(run.path("takenUp").path("erasureId").asString()).isEqualTo(asked);
        assertThat(run.at("/progress/removed").asInt()).isEqualTo(1);
        var approval =
                retention.post(Someone.APPROVER, ErasuresAsked.path(asked) + "/approval", Map.of("confirmedCount", 2));
        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.textAt("/type")).endsWith("taken-up");
        assertThat(retention
                        .get(Someone.CASE_SERVICE, "/api/retention/keys/" + stays + ".identity.1")
                        .status())
                .as("of whom nothing was removed is left alone")
                .isEqualTo(200);
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(asked) + "/cancellation", null)
                        .status())
                .isEqualTo(200);
        assertThat(runs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"cancellation, called-off", "pause, paused"})
    void one_that_was_stopped_after_the_backup_is_not_carried_out_until_a_second_person_lets_it_go_on(
            String step, String stop) throws SQLException {
        var erasure = erasures.approved(stays);
        retention.backUp("before");
        assertThat(retention
                        .post(Someone.APPROVER, ErasuresAsked.path(erasure) + "/" + step, null)
                        .status())
                .isEqualTo(200);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        retention.start();
        erasures.everybodyCaughtUp(erasure);

        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/recalled/stop"), stop::equals);
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/execution", null)
                        .textAt("/type"))
                .endsWith("erasure-paused");
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/resumption", Map.of("confirmedCount", 1))
                        .textAt("/type"))
                .as("who asked for it")
                .endsWith("four-eyes-to-resume");
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();

        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/cancellation", null)
                        .status())
                .isEqualTo(200);
        assertThat(retention
                        .get(Someone.CASE_SERVICE, "/api/retention/keys/" + stays + ".identity.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_that_was_paused_and_let_go_on_after_the_backup_is_carried_out() throws SQLException {
        var erasure = erasures.approved(stays);
        retention.backUp("before");
        retention.post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/pause", null);
        assertThat(retention
                        .post(
                                Someone.APPROVER,
                                ErasuresAsked.path(erasure) + "/resumption",
                                Map.of("confirmedCount", 1))
                        .status())
                .isEqualTo(200);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();
        erasures.everybodyCaughtUp(erasure);

        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals("removed"));
    }

    @Test
    void one_whose_refusal_the_backup_does_not_know_is_not_approved() throws SQLException {
        var erasure = erasures.asked(stays);
        retention.backUp("before");
        assertThat(retention
                        .post(Someone.APPROVER, ErasuresAsked.path(erasure) + "/refusal", Map.of("reason", "dispute"))
                        .status())
                .isEqualTo(200);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();
        var approval = retention.post(
                Someone.APPROVER, ErasuresAsked.path(erasure) + "/approval", Map.of("confirmedCount", 1));

        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.textAt("/type")).endsWith("stopped-before-restore");
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/cancellation", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void while_nobody_knows_any_more_what_was_stopped_nothing_goes_on_by_itself() throws SQLException, IOException {
        var approved = erasures.approved(stays);
        var asked = erasures.asked(gone);
        retention.backUp("before");
        assertThat(retention
                        .post(Someone.APPROVER, ErasuresAsked.path(approved) + "/pause", null)
                        .status())
                .isEqualTo(200);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        Files.delete(retention.live(Part.KEYS).resolve("stopped-erasures.jws"));
        retention.start();
        erasures.everybodyCaughtUp(approved);

        await().atMost(SOON).until(() -> erasures.show(approved).textAt("/recalled/stop"), "unknown"::equals);
        assertThat(retention
                        .post(Someone.APPROVER, ErasuresAsked.path(asked) + "/approval", Map.of("confirmedCount", 1))
                        .textAt("/type"))
                .endsWith("stopped-before-restore");
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(approved) + "/resumption", Map.of("confirmedCount", 1))
                        .textAt("/type"))
                .as("who asked for it")
                .endsWith("four-eyes-to-resume");
        assertThat(erasures.show(approved).at("/progress/removed").asInt()).isZero();

        assertThat(retention
                        .post(
                                Someone.APPROVER,
                                ErasuresAsked.path(approved) + "/resumption",
                                Map.of("confirmedCount", 1))
                        .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .until(() -> erasures.show(approved).textAt("/state").equals("removed"));
    }

    @Test
    void nothing_is_removed_while_what_was_stopped_cannot_be_read() throws SQLException, IOException {
        var erasure = erasures.approved(stays);
        Files.writeString(retention.live(Part.KEYS).resolve("stopped-erasures.jws"), "not the agency's word");

        erasures.everybodyCaughtUp(erasure);

        var refused = retention.post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/execution", null);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.textAt("/type")).endsWith("stopped-erasures-unreadable");
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();
    }

    @Test
    void nobody_can_ask_for_an_erasure_for_the_reason_that_it_was_taken_up() {
        assertThat(retention
                        .post(
                                Someone.ADMIN,
                                "/api/retention/erasures",
                                Map.of("personIds", List.of(stays), "reason", "after-restore"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode takenUp() {
        return await().atMost(SOON).until(this::runs, runs -> runs.size() == 1).getFirst();
    }

    private List<JsonNode> runs() {
        return retention
                .get(Someone.DPO, "/api/retention/erasures")
                .each("/items")
                .filter(run -> run.path("reason").asString().equals("after-restore"))
                .toList();
    }

    private List<JsonNode> recordedOf(String erasure, String type) throws SQLException {
        try (var connection = retention.connect();
                var select = connection.prepareStatement(
                        "select event_identifier from domain_event where aggregate_identifier = ? and payload_type = ?")) {
            select.setString(1, erasure);
            select.setString(2, "lethe.retention." + type + ".v1");
            var row = select.executeQuery();
            return row.next()
                    ? retention
                            .post(
                                    Someone.CASE_SERVICE,
                                    "/api/retention/recorded",
                                    Map.of("ids", List.of(row.getString(1))))
                            .each("/events")
                            .toList()
                    : List.of();
        }
    }

    private void confirmed(String erasure, String phase, String state) {
        ErasuresAsked.SERVICES.forEach(service -> await().atMost(SOON)
                .until(() -> retention
                                .post(service, ErasuresAsked.path(erasure) + "/confirmations", Map.of("phase", phase))
                                .status()
                        == 204));
        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals(state));
    }
}
