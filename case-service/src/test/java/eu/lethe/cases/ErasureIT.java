package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineSet;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.events.retention.ErasureEvent.SuspensionCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.testkit.Neighbours.Confirmation;
import eu.lethe.testkit.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureIT extends RunningCaseService {

    private static final List<Compartment> WHOLE_FILE = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);
    private static final LocalDate ERASED_ON = LocalDate.of(2028, 3, 4);

    @Autowired
    private JdbcClient database;

    @Autowired
    private MeterRegistry meters;

    private final UUID erasure = UUID.randomUUID();

    @Test
    void the_file_says_until_when_it_is_kept() {
        var person = register("Gardé", "Guy");
        var file = openFile(person);

        Topic.publish(new DeadlineSet(
                person,
                file,
                "centre",
                "support-file",
                WHOLE_FILE,
                LocalDate.of(2026, 3, 3),
                LocalDate.of(2028, 3, 3),
                Instant.now()));

        await().atMost(SOON).until(() -> !file(file).body().get("retention").isNull());
        assertThat(file(file).body().get("retention").get("label").asString())
                .isEqualTo("Conservé jusqu’au 3 mars 2028, deux ans après le dernier contact");
    }

    @Test
    void nobody_reads_or_finds_a_suspended_person() {
        var person = register("Suspendu", "Sam");
        var file = openFile(person);

        suspend(person);

        await().atMost(SOON).until(() -> file(file).status() == 423);
        assertThat(file(file).text("until")).isEqualTo("2028-03-10");
        assertThat(recordOn(file, "Trop tard.").status()).isEqualTo(423);
        await().atMost(SOON).until(() -> !search("Suspendu").contains("Suspendu"));
    }

    @Test
    void a_restored_person_is_read_and_found_again() {
        var person = register("Rendu", "Rita");
        var file = openFile(person);
        record(file, "Toujours là.");
        suspend(person);
        await().atMost(SOON).until(() -> file(file).status() == 423);

        RETENTION.keys().restore(person, WHOLE_FILE);
        Topic.publish(new PersonRestored(erasure, person, Instant.now()));

        await().atMost(SOON).until(() -> file(file).status() == 200);
        assertThat(file(file).body().get("contacts").get(0).get("text").asString())
                .isEqualTo("Toujours là.");
        await().atMost(SOON).until(() -> search("Rendu").contains("Rendu"));
    }

    @Test
    void an_erased_person_leaves_a_date_and_nothing_else() {
        var person = register("Effacé", "Éric");
        var file = openFile(person);
        record(file, "Ce qui fut dit.", "P03.4");

        erase(person);

        var gone = file(file);
        assertThat(gone.text("erasedOn")).isEqualTo(ERASED_ON.toString());
        assertThat(gone.id("erasureId")).isEqualTo(erasure);
        assertThat(gone.body().get("certificateId")).isNull();
        assertThat(worker().get("/api/cases/persons/" + person).status()).isEqualTo(410);
        assertThat(count("contact where person_id = ?", person)).isZero();
        assertThat(count("person where person_id = ? and (identity is not null or unit is not null)", person))
                .isZero();
        await().atMost(SOON).until(() -> !search("Effacé").contains("Effacé"));
    }

    @Test
    void a_purge_is_confirmed_once_every_person_of_the_run_is_purged() {
        var first = register("Premier", "Paul");
        var second = register("Second", "Sara");
        Topic.publish(new RemovalCompleted(erasure, List.of(first, second), Instant.now()));

        erase(first);
        var afterTheFirst = RETENTION.confirmations();
        erase(second);

        assertThat(afterTheFirst).doesNotContain(new Confirmation(erasure, "purged"));
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
    }

    @Test
    void a_run_that_is_heard_of_again_after_a_restore_of_retention_service_is_confirmed_again() {
        var person = register("Revenue", "Rose");
        var keys = erase(person);
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "pruned")));

        Topic.publish(new KeysRemoved(erasure, person, keys, true, ERASED_ON, Instant.now()));
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));

        for (var phase : List.of("purged", "pruned")) {
            await().atMost(SOON)
                    .until(() -> RETENTION.confirmations().stream()
                                    .filter(new Confirmation(erasure, phase)::equals)
                                    .count()
                            >= 2);
        }
    }

    @Test
    void nobody_is_forgotten_while_retention_service_cannot_be_asked() {
        var person = register("Patiente", "Pia");
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        var keys = RETENTION.keys().remove(person, WHOLE_FILE);
        RETENTION.goAway();
        Topic.publish(new KeysRemoved(erasure, person, keys, true, ERASED_ON, Instant.now()));
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> worker().get("/api/cases/persons/" + person).status() != 410);

        RETENTION.comeBack();

        await().atMost(SOON)
                .until(() -> worker().get("/api/cases/persons/" + person).status() == 410);
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
    }

    @ParameterizedTest
    @CsvSource({"reporting-service,wrong-source", "retention-service,not-recorded"})
    void who_writes_to_the_broker_erases_nobody(String source, String code) {
        var person = register("Visée", "Vera");
        var file = openFile(person);
        record(file, "Toujours là.");
        var keys = WHOLE_FILE.stream()
                .map(compartment -> new KeyId(person, compartment, 1))
                .toList();
        var events = typesOf(file);

        var forged = List.of(
                Topic.forge(new KeysRemoved(erasure, person, keys, true, ERASED_ON, Instant.now()), source),
                Topic.forge(new PruningOrdered(erasure, person, keys, true, Instant.now()), source),
                Topic.forge(new RemovalCompleted(erasure, List.of(person), Instant.now()), source),
                Topic.forge(
                        new PersonSuspended(
                                erasure,
                                person,
                                WHOLE_FILE,
                                true,
                                Instant.parse("2028-03-10T12:00:00Z"),
                                Instant.now()),
                        source));

        await().atMost(SOON)
                .until(() -> forged.stream().allMatch(id -> Topic.keptAside("lethe.retention.v1", id, code)));
        assertThat(file(file).status()).isEqualTo(200);
        assertThat(file(file).body().get("contacts").get(0).get("text").asString())
                .isEqualTo("Toujours là.");
        assertThat(typesOf(file)).isEqualTo(events);
        assertThat(count("pruning where person_id = ?", person)).isZero();
        assertThat(RETENTION.confirmations()).doesNotContain(new Confirmation(erasure, "purged"));
        assertThat(meters.counter("lethe.forged", "consumer", "case-service.erasure", "code", code)
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void unreadable_events_are_pruned_and_tombstones_stay() {
        var person = register("Élagué", "Elsa");
        var file = openFile(person);
        record(file, "À élaguer.");
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        var keys = erase(person);

        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "pruned")));
        assertThat(typesOf(person)).containsExactly("lethe.cases.PersonForgotten.v1");
        assertThat(typesOf(file)).containsExactly("lethe.cases.CaseFileOpened.v1", "lethe.cases.CaseFileErased.v1");
    }

    @Test
    void the_certificate_is_shown_even_after_pruning() {
        var person = register("Certifiée", "Cléa");
        var file = openFile(person);
        var keys = erase(person);
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));
        await().atMost(SOON).until(() -> typesOf(person).equals(List.of("lethe.cases.PersonForgotten.v1")));
        var certificate = UUID.randomUUID();

        Topic.publish(new ErasureCertified(erasure, certificate, List.of(person), null, Instant.now()));

        await().atMost(SOON).until(() -> file(file).body().has("certificateId"));
        assertThat(file(file).id("certificateId")).isEqualTo(certificate);
    }

    @Test
    void a_compartment_destroyed_alone_leaves_the_rest_of_the_file() {
        var person = register("Partielle", "Paz");
        var file = openFile(person);
        record(file, "Sans les codes de santé.", "P05.1");
        var keys = RETENTION.keys().remove(person, List.of(Compartment.HEALTH));

        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        Topic.publish(new KeysRemoved(erasure, person, keys, false, ERASED_ON, Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
        var contact = file(file).body().get("contacts").get(0);
        assertThat(contact.get("text").asString()).isEqualTo("Sans les codes de santé.");
        assertThat(contact.get("codes").isNull()).isTrue();
        assertThat(contact.get("unreadable").get(0).asString()).isEqualTo("health");
        assertThat(count("contact where person_id = ? and health_codes is not null", person))
                .isZero();
    }

    @Test
    void an_identity_destroyed_alone_is_no_longer_found() {
        var person = register("Anonymat", "Ana");
        await().atMost(SOON).until(() -> search("Anonymat").contains("Anonymat"));
        var keys = RETENTION.keys().remove(person, List.of(Compartment.IDENTITY));

        Topic.publish(new KeysRemoved(erasure, person, keys, false, ERASED_ON, Instant.now()));

        await().atMost(SOON).until(() -> !search("Anonymat").contains("Anonymat"));
    }

    @Test
    void it_is_told_that_everything_from_before_a_suspension_is_applied() {
        var person = register("Rattrapée", "Rose");
        suspend(person);

        Topic.publish(new SuspensionCompleted(erasure, List.of(person), Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "suspended")));
        assertThat(worker().get("/api/cases/persons/" + person).status()).isEqualTo(423);
    }

    @Test
    void of_whom_something_was_kept_aside_that_is_not_told() {
        var person = register("Incomplète", "Inès");
        var other = UUID.randomUUID();
        var letter = Topic.garble(PersonRestored.class, person);
        await().atMost(SOON).until(() -> Topic.keptAside("lethe.retention.v1", letter, "malformed-data"));

        Topic.publish(new SuspensionCompleted(erasure, List.of(person), Instant.now()));
        Topic.publish(new SuspensionCompleted(other, List.of(register("Complète", "Cora")), Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(other, "suspended")));
        assertThat(RETENTION.confirmations()).doesNotContain(new Confirmation(erasure, "suspended"));
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        await().atMost(SOON).until(() -> count("dead_lettered where subjects @> array[cast(? as uuid)]", person) == 0);
    }

    @Test
    void the_removal_of_somebody_unknown_here_is_confirmed() {
        var unknown = UUID.randomUUID();
        Topic.publish(new RemovalCompleted(erasure, List.of(unknown), Instant.now()));

        Topic.publish(new KeysRemoved(erasure, unknown, List.of(), true, ERASED_ON, Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
    }

    private void suspend(UUID person) {
        RETENTION.keys().suspend(person, WHOLE_FILE);
        Topic.publish(new PersonSuspended(
                erasure, person, WHOLE_FILE, true, Instant.parse("2028-03-10T12:00:00Z"), Instant.now()));
    }

    private List<KeyId> erase(UUID person) {
        var keys = RETENTION.keys().remove(person, WHOLE_FILE);
        Topic.publish(new KeysRemoved(erasure, person, keys, true, ERASED_ON, Instant.now()));
        await().atMost(SOON)
                .until(() -> worker().get("/api/cases/persons/" + person).status() == 410);
        return keys;
    }

    private List<String> typesOf(UUID aggregate) {
        return database.sql(
                        "select payload_type from domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long count(String from, UUID id) {
        return database.sql("select count(*) from " + from)
                .param(id)
                .query(Long.class)
                .single();
    }
}
