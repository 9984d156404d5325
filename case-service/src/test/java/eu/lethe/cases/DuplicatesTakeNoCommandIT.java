package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a record stands that was merged with another one, and where both stand after it is undone. */
class DuplicatesTakeNoCommandIT extends RunningCaseService {

    private UUID kept;
    private UUID keptFile;
    private UUID duplicate;

    @BeforeEach
    void twoRecords() {
        kept = register("Nzinga", "Awa");
        keptFile = openFile(kept);
        duplicate = register("Nzynga", "Awa");
        as("lead", "centre").get("/api/cases/me");
        as("worker", "north").get("/api/cases/me");
    }

    @Test
    void no_file_is_opened_for_a_duplicate() {
        merge();

        assertThat(refused(worker().post("/api/cases/files", Map.of("personId", duplicate, "unit", "centre"))))
                .isEqualTo(keptFile);
    }

    @Test
    void nobody_is_excluded_from_a_duplicate_and_its_reading_is_not_restricted() {
        merge();

        var excluded = lead().post(
                        "/api/cases/persons/" + duplicate + "/exclusions",
                        Map.of("workerId", id("worker", "north"), "ask", id("lead", "centre"), "reason", "relative"));
        var restricted = lead().put(
                        "/api/cases/persons/" + duplicate + "/restriction",
                        Map.of(
                                "workerIds",
                                List.of(id("worker", "centre")),
                                "ask",
                                id("lead", "centre"),
                                "exceptionalAccess",
                                true,
                                "reason",
                                "protection"));

        assertThat(refused(excluded)).isEqualTo(keptFile);
        assertThat(refused(restricted)).isEqualTo(keptFile);
    }

    @Test
    void a_restriction_that_came_with_the_duplicate_is_changed_and_lifted_as_the_persons() {
        var came = restricted(duplicate, null).text("restrictionId");
        merge();

        var blind = restricted(kept, null);
        var own = restricted(kept, came);
        assertThat(blind.status()).isEqualTo(409);
        assertThat(blind.text("revisionId")).isEqualTo(came);
        assertThat(own.status()).isEqualTo(200);
        assertThat(lead().delete("/api/cases/persons/" + kept + "/restriction?revisionId=" + own.text("restrictionId"))
                        .status())
                .isEqualTo(204);
        assertThat(worker().get("/api/cases/files/" + keptFile).status()).isEqualTo(200);
    }

    private Answer restricted(UUID person, @Nullable String read) {
        var body = new HashMap<String, Object>(Map.of(
                "workerIds",
                List.of(id("worker", "centre")),
                "ask",
                id("lead", "centre"),
                "exceptionalAccess",
                true,
                "reason",
                "protection"));
        if (read != null) {
            body.put("revisionId", read);
        }
        return lead().put("/api/cases/persons/" + person + "/restriction", body);
    }

    @Test
    void no_contact_mentions_a_duplicate_and_nobody_moves_in_with_it() {
        merge();
        var neighbour = register("Voisine", "Vera");
        var file = openFile(neighbour);

        var mentioned = worker().post(
                        "/api/cases/files/" + file + "/contacts",
                        Map.of("date", today(), "text", "Avec elle.", "persons", List.of(duplicate)));
        var joined = worker().post(
                        "/api/cases/persons/" + neighbour + "/household/members",
                        Map.of("personId", duplicate, "relation", "amie"));

        assertThat(refused(mentioned)).isEqualTo(keptFile);
        assertThat(refused(joined)).isEqualTo(keptFile);
    }

    @Test
    void of_a_worker_who_merges_and_one_who_opens_a_file_at_the_same_time_one_is_told() {
        for (var round = 0; round < 8; round++) {
            var single = register("Nzingha" + "abcdefgh".charAt(round), "Awa");
            List<Integer> statuses;
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                statuses = Stream.of(
                                CompletableFuture.supplyAsync(
                                        () -> mergeWith(single).status(), both),
                                CompletableFuture.supplyAsync(
                                        () -> worker().post(
                                                        "/api/cases/files",
                                                        Map.of("personId", single, "unit", "centre"))
                                                .status(),
                                        both))
                        .map(CompletableFuture::join)
                        .toList();
            }
            // whoever opens first is merged with their file
            assertThat(statuses.getFirst()).isEqualTo(201);
            assertThat(statuses.getLast()).isIn(201, 409);
            var merged = worker().get("/api/cases/persons/" + kept).body().get("duplicates");
            var fileOfDuplicate = merged.valueStream()
                    .filter(one -> one.get("personId").asString().equals(single.toString()))
                    .findFirst()
                    .orElseThrow()
                    .get("fileId");
            assertThat(fileOfDuplicate == null || fileOfDuplicate.isNull()).isEqualTo(statuses.getLast() == 409);
        }
    }

    @Test
    void after_a_transfer_and_an_undo_both_files_stand_in_the_new_unit() {
        var duplicateFile = openFile(duplicate);
        record(duplicateFile, "Second entretien.");
        merge();
        assertThat(lead().post("/api/cases/files/" + keptFile + "/transfer", Map.of("unit", "north"))
                        .status())
                .isEqualTo(200);

        assertThat(north().delete("/api/cases/persons/" + kept + "/duplicates/" + duplicate)
                        .status())
                .isEqualTo(204);

        assertThat(Stream.of(keptFile, duplicateFile).map(file -> north().get("/api/cases/files/" + file)))
                .extracting(Answer::status, answer -> answer.text("unit"))
                .containsExactly(tuple(200, "north"), tuple(200, "north"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(listed(north())).contains(keptFile.toString(), duplicateFile.toString()));
        assertThat(as("lead", "north")
                        .post("/api/cases/files/" + duplicateFile + "/transfer", Map.of("unit", "centre"))
                        .status())
                .isEqualTo(200);
        assertThat(file(duplicateFile).status()).isEqualTo(200);
    }

    @Test
    void records_of_two_units_are_merged_after_one_was_transferred() {
        var elsewhere = north().post("/api/cases/persons", Map.of("familyName", "Nzinga", "givenName", "Awa"))
                .id("personId");
        var fileElsewhere = north().post("/api/cases/files", Map.of("personId", elsewhere, "unit", "north"))
                .id("fileId");

        var refused = mergeWith(elsewhere);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:merge-across-units");
        as("lead", "north").post("/api/cases/files/" + fileElsewhere + "/transfer", Map.of("unit", "centre"));
        assertThat(mergeWith(elsewhere).status()).isEqualTo(201);
    }

    @Test
    void mother_and_daughter_of_one_household_are_asked_about_before_they_become_one() {
        var mother = register(Map.of("familyName", "Diallo", "givenName", "Awa", "birthDate", "1980-05-04"));
        var daughter = register(Map.of("familyName", "Diallo", "givenName", "Awa", "birthDate", "2010-05-04"));
        worker().post(
                        "/api/cases/persons/" + mother + "/household/members",
                        Map.of("personId", daughter, "relation", "fille"));
        openFile(mother);

        var asked = worker().post("/api/cases/persons/" + mother + "/duplicates", Map.of("duplicateId", daughter));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text("type")).isEqualTo("urn:lethe:problem:merge-doubtful");
        assertThat(asked.body().get("doubts").valueStream().map(doubt -> doubt.asString()))
                .containsExactly("birth-dates-differ", "same-household");
        var confirmed = worker().post(
                        "/api/cases/persons/" + mother + "/duplicates",
                        Map.of("duplicateId", daughter, "confirmed", true));
        assertThat(confirmed.status()).isEqualTo(201);
    }

    private void merge() {
        assertThat(mergeWith(duplicate).status()).isEqualTo(201);
    }

    private Answer mergeWith(UUID other) {
        return worker().post("/api/cases/persons/" + kept + "/duplicates", Map.of("duplicateId", other));
    }

    /** The file that the refusal leads to. */
    private static UUID refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:merged");
        return answer.id("fileId");
    }

    private static List<String> listed(Api caller) {
        return caller.get("/api/cases/files")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("fileId").asString())
                .toList();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    }
}
