package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MergeIT extends RunningCaseService {

    private static final List<Compartment> ALL = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);

    @Autowired
    private JdbcClient database;

    /** One person of whom there are two records, with a file each. */
    private final class Twice {

        private final UUID kept;
        private final UUID keptFile;
        private final UUID duplicate;
        private final UUID duplicateFile;

        private Twice(String keptName, String duplicateName) {
            kept = register(keptName, "Awa");
            keptFile = openFile(kept);
            record(keptFile, "Premier entretien.");
            duplicate = register(duplicateName, "Awa");
            duplicateFile = openFile(duplicate);
            record(duplicateFile, "Second entretien.");
        }

        private Answer merge() {
            return MergeIT.this.merge(kept, duplicate);
        }
    }

    @Test
    void what_was_said_to_the_duplicate_is_read_in_the_kept_file() {
        var twice = new Twice("Réunie", "Réunnie");

        var answer = twice.merge();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
    }

    @Test
    void the_duplicates_file_names_the_kept_one() {
        var twice = new Twice("Renvoi", "Renvoyée");
        twice.merge();

        var reading = file(twice.duplicateFile);

        assertThat(reading.status()).isEqualTo(409);
        assertThat(reading.text("type")).endsWith("merged");
        assertThat(reading.id("personId")).isEqualTo(twice.kept);
        assertThat(reading.id("fileId")).isEqualTo(twice.keptFile);
        assertThat(recordOn(twice.duplicateFile, "Encore.").status()).isEqualTo(409);
        assertThat(person(twice.duplicate)
                        .body()
                        .get("mergedInto")
                        .get("fileId")
                        .asString())
                .isEqualTo(twice.keptFile.toString());
    }

    @Test
    void either_name_finds_the_kept_record_once() {
        var twice = new Twice("Mariama", "Boubakary");
        await().atMost(SOON).until(() -> search("boubakary awa").contains("Boubakary"));

        twice.merge();

        assertThat(search("boubakary awa")).contains("Mariama").doesNotContain("Boubakary");
        assertThat(search("mariama awa")).containsOnlyOnce("Mariama");
    }

    @Test
    void a_merge_undone_gives_both_files_back() {
        var twice = new Twice("Défaite", "Distincte");
        twice.merge();

        var undone = undo(twice.kept, twice.duplicate);

        assertThat(undone.status()).isEqualTo(204);
        assertThat(texts(twice.keptFile)).containsExactly("Premier entretien.");
        assertThat(texts(twice.duplicateFile)).containsExactly("Second entretien.");
        assertThat(person(twice.kept).body().get("duplicates")).isEmpty();
    }

    @Test
    void of_two_workers_who_merge_crosswise_one_is_told() {
        var twice = new Twice("Croisée", "Croisé");

        List<Integer> statuses;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = Stream.of(
                            CompletableFuture.supplyAsync(
                                    () -> merge(twice.kept, twice.duplicate).status(), both),
                            CompletableFuture.supplyAsync(
                                    () -> merge(twice.duplicate, twice.kept).status(), both))
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void a_duplicate_stands_for_nobody_else() {
        var twice = new Twice("Chaîne", "Maillon");
        var third = register("Chaînon", "Awa");
        merge(twice.duplicate, third);

        assertThat(twice.merge().status()).isEqualTo(409);
        assertThat(merge(third, twice.kept).status()).isEqualTo(409);
    }

    @Test
    void a_suspended_person_is_not_merged() {
        var twice = new Twice("Suspendue", "Suspendu");
        Topic.publish(new PersonSuspended(
                UUID.randomUUID(), twice.duplicate, ALL, true, Instant.now().plus(Duration.ofDays(7)), Instant.now()));
        await().atMost(SOON).until(() -> person(twice.duplicate).status() == 423);

        assertThat(twice.merge().status()).isEqualTo(423);
    }

    @Test
    void another_unit_merges_nobody() {
        var twice = new Twice("Ailleurs", "Autrepart");

        var answer = as("worker", "north")
                .post("/api/cases/persons/" + twice.kept + "/duplicates", Map.of("duplicateId", twice.duplicate));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void after_thirty_days_all_of_it_lies_in_the_kept_file_under_the_kept_persons_keys() {
        var twice = new Twice("Définitive", "Definitive Deux");
        twice.merge();

        letThirtyDaysPass(twice);

        await().atMost(SOON).until(() -> settled(twice.kept));
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
        var author = file(twice.keptFile)
                .body()
                .get("contacts")
                .valueStream()
                .map(contact -> contact.get("author").get("id").asString())
                .distinct()
                .toList();
        assertThat(author).hasSize(1);
        assertThat(undo(twice.kept, twice.duplicate).status()).isEqualTo(409);
        assertThat(file(twice.duplicateFile).status()).isEqualTo(409);
        RETENTION.keys().remove(twice.duplicate, ALL);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
    }

    @Test
    void who_was_known_by_another_name_is_found_by_it_after_their_second_record_is_gone() {
        var twice = new Twice("Nomade", "Sédentaire");
        twice.merge();

        letThirtyDaysPass(twice);

        await().atMost(SOON).until(() -> settled(twice.kept));
        assertThat(person(twice.kept).body().get("aliases").get(0).asString()).isEqualTo("Awa Sédentaire");
    }

    /** The day until which it could be undone is over. */
    private void letThirtyDaysPass(Twice twice) {
        database.sql("update merged_person set undo_until = current_date - 2 where duplicate_id = :duplicate")
                .param("duplicate", twice.duplicate)
                .update();
    }

    private boolean settled(UUID person) {
        return person(person).body().get("duplicates").get(0).get("settled").asBoolean();
    }

    private Answer merge(UUID person, UUID duplicate) {
        return worker().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", duplicate));
    }

    private Answer undo(UUID person, UUID duplicate) {
        return worker().delete("/api/cases/persons/" + person + "/duplicates/" + duplicate);
    }

    private Answer person(UUID person) {
        return worker().get("/api/cases/persons/" + person);
    }

    private List<String> texts(UUID file) {
        return file(file)
                .body()
                .get("contacts")
                .valueStream()
                .map(contact -> contact.get("text"))
                .map(JsonNode::asString)
                .toList();
    }
}
