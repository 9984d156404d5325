package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What lies in escrow replaces a store that was lost, and brings back nothing of an epoch that was destroyed. */
class EscrowIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private RestorableRetention retention;
    private Path safe;
    private UUID person;

    @BeforeEach
    void a_person_whose_epoch_lies_in_escrow(@TempDir Path directory) throws IOException {
        safe = Files.createDirectories(directory.resolve("safe"));
        Files.createFile(safe.resolve("lethe-escrow"));
        retention = RestorableRetention.in(directory.resolve("retention"));
        person = retention.born();
        retention.stopService();
        start();
        await().atMost(SOON).until(() -> !copy(1).path("keptAt").isNull());
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void a_store_that_was_lost_is_replaced_by_what_lies_in_escrow() throws IOException {
        retention.stopService();
        var store = retention.live(Part.KEYS).resolve("epochs.p12");
        Files.delete(store);
        assertThatThrownBy(() -> start()).hasMessageContaining("has no key of epoch 1");

        copied(store);
        start();

        await().atMost(SOON).until(() -> leased() == 200);
    }

    @Test
    void what_lies_in_escrow_does_not_bring_a_destroyed_epoch_back() throws IOException {
        retention.stop();
        retention.keep("before");
        retention.startDatabase();
        retention.startBroker();
        start();
        rotate();
        assertThat(copy(1).path("destroyedAt").isNull()).isFalse();
        assertThat(copy(2).path("keptAt").isNull()).isFalse();
        assertThat(leased()).isEqualTo(200);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        var store = retention.live(Part.KEYS).resolve("epochs.p12");
        Files.delete(store);
        copied(store);
        retention.startDatabase();
        retention.startBroker();

        assertThatThrownBy(() -> start()).hasMessageContaining("has no key of epoch 1");
    }

    @Test
    void while_a_copy_cannot_be_destroyed_its_epoch_is_not_said_to_be() throws IOException {
        var away = Files.move(safe, safe.resolveSibling("away"));
        // the disk is not mounted: an empty directory is in its place
        Files.createDirectories(safe);

        rotate();

        assertThat(epochs().at("/ending/0/epoch").asInt()).isEqualTo(1);
        assertThat(epochs().textAt("/ending/0/waitsFor")).isEqualTo("escrow");
        assertThat(copy(1).path("destroyedAt").isNull()).isTrue();
        assertThat(copy(2).path("keptAt").isNull()).isTrue();
        assertThat(leased()).as("nobody waits for it").isEqualTo(200);
        assertThat(safe).isEmptyDirectory();

        Files.delete(safe);
        Files.move(away, safe);
        await().atMost(SOON).until(() -> !copy(1).path("destroyedAt").isNull());
        await().atMost(SOON).until(() -> !copy(2).path("keptAt").isNull());
    }

    @Test
    void while_a_copy_waits_to_be_destroyed_no_further_epoch_begins() throws IOException, SQLException, ParseException {
        retention.stopService();
        start("--lethe.retention.epochs.destroy-removed-within=PT1S");
        Files.delete(safe.resolve("lethe-escrow"));

        var erasure = pruned();

        await().atMost(SOON).until(() -> epochs().at("/current").asInt() == 2);
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> epochs().at("/current").asInt() == 2
                        && show(erasure).textAt("/state").equals("pruned"));
        assertThat(epochs().textAt("/recoverable/0/waitsFor")).isEqualTo("escrow");
        assertThat(epochs().textAt("/recoverable/0/copiesAt/0")).isEqualTo("notary");
        assertThat(show(erasure).at("/inBackups/recoverable").asBoolean()).isTrue();
        assertThat(show(erasure).textAt("/inBackups/waitsFor")).isEqualTo("escrow");
        assertThat(show(erasure).textAt("/inBackups/copiesAt/0")).isEqualTo("notary");
        assertThat(show(erasure).at("/inBackups/until").isMissingNode())
                .as("nobody knows when the disk comes")
                .isTrue();
        Files.createFile(safe.resolve("lethe-escrow"));
        await().atMost(SOON).until(() -> show(erasure).textAt("/state").equals("certified"));
        assertThat(show(erasure).at("/inBackups/recoverable").asBoolean()).isFalse();
        var certificate = retention.get(
                Someone.DPO, "/api/retention/certificates/" + show(erasure).textAt("/certificateId"));
        assertThat(JWSObject.parse(certificate.textAt("/certificate"))
                        .getPayload()
                        .toString())
                .contains("Copies of the epoch keys lay in escrow (notary)");
    }

    /** An erasure of the person of which nothing is left to do but to destroy the epoch. */
    private String pruned() throws SQLException {
        try (var connection = retention.connect();
                var insert = connection.prepareStatement(
                        "insert into known_person (person_id, unit) values (?, 'centre')")) {
            insert.setObject(1, person);
            insert.executeUpdate();
        }
        var erasure = retention
                .post(
                        Someone.ADMIN,
                        "/api/retention/erasures",
                        Map.of("personIds", List.of(person), "reason", "right-exercised"))
                .textAt("/erasureId");
        step(Someone.ADMIN, erasure, "request");
        step(Someone.APPROVER, erasure, "approval");
        for (var phase : List.of("suspended", "purged", "pruned")) {
            for (var service : List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE)) {
                await().atMost(SOON)
                        .until(() -> retention
                                        .post(
                                                service,
                                                "/api/retention/erasures/" + erasure + "/confirmations",
                                                Map.of("phase", phase))
                                        .status()
                                == 204);
            }
        }
        await().atMost(SOON).until(() -> show(erasure).textAt("/state").equals("pruned"));
        return erasure;
    }

    private void step(Someone who, String erasure, String step) {
        assertThat(retention
                        .post(who, "/api/retention/erasures/" + erasure + "/" + step, Map.of("confirmedCount", 1))
                        .status())
                .isEqualTo(200);
    }

    private Answer show(String erasure) {
        return retention.get(Someone.DPO, "/api/retention/erasures/" + erasure);
    }

    @Test
    void another_disk_in_the_place_of_the_one_that_holds_the_copy_is_not_taken_for_it() throws IOException {
        Files.delete(safe.resolve("epochs.p12"));

        rotate();

        assertThat(copy(2).path("keptAt").isNull()).isFalse();
        assertThat(copy(1).path("destroyedAt").isNull()).isTrue();
    }

    @Test
    void a_place_that_is_lost_is_said_to_be_and_waited_for_no_longer() {
        retention.stopService();
        start("--lethe.retention.epochs.escrow.places.notary.lost=true");

        rotate();

        assertThat(copy(1).path("lostAt").isNull()).isFalse();
        assertThat(copy(1).path("destroyedAt").isNull()).isTrue();
        assertThat(copy(2).isMissingNode()).isTrue();
    }

    private void start(String... more) {
        retention.startService(Stream.concat(
                        Stream.of(
                                "--lethe.retention.epochs.escrow.places.notary.directory=" + safe,
                                "--lethe.retention.epochs.escrow.places.notary.password=of the safe"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** As the operator does it: under the store's own password. */
    private void copied(Path store) throws IOException {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-importkeystore",
                        // a start without the store has left one with another signing key
                        "-noprompt",
                        "-srckeystore",
                        safe.resolve("epochs.p12").toString(),
                        "-srcstorepass",
                        "of the safe",
                        "-destkeystore",
                        store.toString(),
                        "-deststorepass",
                        RestorableRetention.EPOCH_PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.onExit().join().exitValue()).isZero();
    }

    private void rotate() {
        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(201);
    }

    private JsonNode copy(int epoch) {
        return epochs().each("/escrow")
                .filter(one -> one.path("epoch").asInt() == epoch
                        && one.path("place").asString().equals("notary"))
                .findFirst()
                .orElseGet(() -> epochs().at("/escrow/-1"));
    }

    private Answer epochs() {
        return retention.get(Someone.ADMIN, "/api/retention/epochs");
    }

    private int leased() {
        return retention
                .get(Someone.CASE_SERVICE, "/api/retention/keys/" + person + ".identity.1")
                .status();
    }
}
