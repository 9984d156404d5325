package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.EpochKeyAbsent;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.LedgerHeads;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was removed stays removed, whatever an operator puts back. */
class RestoredBackupIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private RestorableRetention retention;
    private UUID gone;
    private UUID goneLater;
    private UUID stays;

    @BeforeEach
    void three_persons_of_whom_one_is_removed_after_the_backup(@TempDir Path directory) {
        retention = RestorableRetention.in(directory);
        gone = retention.born();
        goneLater = retention.born();
        stays = retention.born();
        assertThat(identity(gone)).isEqualTo(200);
        assertThat(identity(goneLater)).isEqualTo(200);
        assertThat(identity(stays)).isEqualTo(200);
        retention.backUp("before");
        Removals.remove(retention, UUID.randomUUID(), gone);
        assertThat(identity(gone)).isEqualTo(410);
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void of_a_restored_database_no_removed_key_is_leased_and_after_the_rotation_none_can_be_had_by_hand()
            throws SQLException {
        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.startDatabase();
        var old = inTheBackup(gone);
        retention.startBroker();
        retention.startService();

        await().atMost(SOON).until(() -> identity(stays) == 200);

        assertThat(identity(gone)).isEqualTo(410);
        var store = retention.bean(EpochKeyStore.class);
        assertThat(Wrapping.in(store, old.epoch()).unwrap(old.id(), old.wrapped()))
                .as("the window before the rotation: who has the epoch key and the backup has the key")
                .hasSize(32);

        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(201);

        assertThat(identity(gone)).isEqualTo(410);
        assertThat(identity(stays)).isEqualTo(200);
        assertThatThrownBy(() -> Wrapping.in(store, old.epoch())).isInstanceOf(EpochKeyAbsent.class);
        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        retention.startDatabase();
        retention.startBroker();
        assertThatThrownBy(retention::startService).hasStackTraceContaining("has no key of epoch");
    }

    @Test
    void while_database_and_kafka_are_both_too_old_nothing_is_leased_until_one_of_them_is_put_back() {
        retention.backUp("after");
        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        retention.start();

        assertWithheld("ledger-rolled-back");

        retention.stop();
        retention.lose(Part.KAFKA);
        retention.start();
        assertWithheld("ledger-rolled-back");

        retention.stop();
        retention.restore("after", Part.KAFKA);
        retention.start();
        await().atMost(SOON).until(() -> identity(stays) == 200);
        assertThat(identity(gone)).isEqualTo(410);
    }

    @Test
    void an_emptied_topic_is_told_again_and_a_lost_head_is_not_made_up() throws IOException {
        retention.stop();
        retention.lose(Part.KAFKA);
        retention.start();
        assertThat(identity(stays)).isEqualTo(200);
        assertThat(identity(gone)).isEqualTo(410);
        await().atMost(SOON)
                .until(() -> !retention.bean(LedgerTopic.class).read().links().isEmpty());

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();
        await().atMost(SOON).until(() -> identity(stays) == 200);
        assertThat(identity(gone)).isEqualTo(410);

        retention.stopService();
        var head = retention.live(Part.KEYS).resolve("ledger-head.jws");
        var kept = Files.readAllBytes(head);
        Files.delete(head);
        retention.startService();
        assertWithheld("ledger-head-missing");
        Files.write(head, kept);
        await().atMost(SOON).until(() -> identity(stays) == 200);
    }

    @Test
    void killed_before_the_head_was_replaced_it_is_replaced_and_an_entry_that_nobody_signed_removes_nothing()
            throws IOException {
        retention.stopService();
        Files.copy(
                retention.kept("before", Part.KEYS).resolve("ledger-head.jws"),
                retention.live(Part.KEYS).resolve("ledger-head.jws"),
                StandardCopyOption.REPLACE_EXISTING);
        retention.startService();
        var reached = retention.bean(KeyLedger.class).verified().orElseThrow();
        await().atMost(SOON)
                .until(() -> retention.bean(LedgerHeads.class).current().equals(Optional.of(reached)));
        var forged = new Entry(
                new KeyId(stays, Compartment.IDENTITY, 1),
                UUID.randomUUID(),
                true,
                1,
                "00",
                LocalDate.EPOCH,
                OffsetDateTime.now(ZoneOffset.UTC),
                List.of());
        retention.bean(LedgerTopic.class).publish(List.of(LedgerLink.after(reached, forged)));

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();

        await().atMost(SOON).until(() -> identity(stays) == 200);
        assertThat(identity(gone)).isEqualTo(410);
    }

    @Test
    void put_back_to_different_older_days_neither_database_nor_kafka_is_believed_to_be_whole() {
        retention.backUp("between");
        Removals.remove(retention, UUID.randomUUID(), goneLater);
        assertThat(identity(goneLater)).isEqualTo(410);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.restore("between", Part.KAFKA);
        retention.start();
        assertWithheld("ledger-rolled-back");
        assertThat(identity(goneLater)).isEqualTo(503);

        retention.stop();
        retention.restore("between", Part.POSTGRESQL);
        retention.restore("before", Part.KAFKA);
        retention.start();
        assertWithheld("ledger-rolled-back");
        assertThat(identity(goneLater)).isEqualTo(503);
    }

    @Test
    void a_database_that_reaches_the_head_tells_a_kafka_of_an_older_day_what_it_lacks() {
        retention.backUp("between");
        Removals.remove(retention, UUID.randomUUID(), goneLater);

        retention.stop();
        retention.restore("between", Part.KAFKA);
        retention.start();

        assertThat(identity(stays)).isEqualTo(200);
        assertThat(identity(gone)).isEqualTo(410);
        assertThat(identity(goneLater)).isEqualTo(410);
        var head = retention.bean(LedgerHeads.class).current();
        await().atMost(SOON)
                .until(() -> retention.bean(LedgerTopic.class).read().head().equals(head));
        assertThat(retention.bean(LedgerTopic.class).read().links())
                .containsKey(head.orElseThrow().chain());

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();

        await().atMost(SOON).until(() -> identity(stays) == 200);
        assertThat(identity(gone)).isEqualTo(410);
        assertThat(identity(goneLater)).isEqualTo(410);
    }

    @Test
    void who_leased_a_key_after_the_backup_alone_is_still_told_that_it_was_removed() {
        assertThat(key(goneLater, "narrative")).isEqualTo(200);
        Removals.remove(retention, UUID.randomUUID(), goneLater);
        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();

        await().atMost(SOON).until(() -> identity(stays) == 200);

        assertThat(key(goneLater, "narrative")).isEqualTo(410);
        assertThat(key(goneLater, "coding")).as("never leased").isEqualTo(404);
    }

    private void assertWithheld(String code) {
        await().atMost(SOON)
                .until(() -> retention
                        .get(Someone.CASE_SERVICE, "/api/retention/keys/" + stays + ".identity.1")
                        .textAt("/type")
                        .endsWith(code));
        assertThat(identity(gone)).isEqualTo(503);
        assertThat(identity(stays)).isEqualTo(503);
        assertThat(retention
                        .post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                        .status())
                .isEqualTo(503);
        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(503);
    }

    private StoredKey inTheBackup(UUID person) throws SQLException {
        try (var connection = retention.connect();
                var select = connection.prepareStatement(
                        "select * from content_key where person_id = ? and compartment = 'identity'")) {
            select.setObject(1, person);
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            return ContentKeys.row(row, 0);
        }
    }

    private int identity(UUID person) {
        return key(person, "identity");
    }

    private int key(UUID person, String compartment) {
        return retention
                .get(Someone.CASE_SERVICE, "/api/retention/keys/%s.%s.1".formatted(person, compartment))
                .status();
    }
}
