package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether somebody is known elsewhere is told without a name, and to who could open their file; who it is, for a reason. */
class ElsewhereIT extends RunningCaseService {

    private static final List<Compartment> ALL = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Random CHANCE = new Random();

    @Autowired
    private JdbcClient database;

    /** Of each test, so that it meets nobody of another. */
    private String name;

    private LocalDate day;
    /** The day, to be typed after a name. */
    private String born;

    private UUID person;
    private UUID file;
    /** Each test by somebody who has not looked yet. */
    private Api stranger;

    private UUID strangerId;

    @BeforeEach
    void somebody_with_a_file_in_another_unit() {
        name = "Ailleurs" + letters();
        // names that sound alike are near, and so met by the day of birth: each test has its own
        day = LocalDate.of(1930, 1, 13)
                .plusYears(CHANCE.nextInt(70))
                .plusMonths(CHANCE.nextInt(12))
                .plusDays(CHANCE.nextInt(15));
        born = " " + day;
        person = register(Map.of("familyName", name, "givenName", "Rosalba", "birthDate", day.toString()));
        file = openFile(person);
        strangerId = UUID.randomUUID();
        stranger = colleague(strangerId, "Étrangère", "north");
        stranger.get("/api/cases/me");
        lead().get("/api/cases/me");
        await().atMost(SOON).until(() -> search(name + " rosalba").contains(name));
    }

    @Test
    void who_is_known_elsewhere_is_met_without_a_name_and_named_for_a_reason() {
        var look = look(stranger, name + " Rosalba " + WRITTEN.format(day));

        assertThat(look.status()).isEqualTo(200);
        assertThat(look.response().body())
                .doesNotContainIgnoringCase(name)
                .doesNotContain(person.toString())
                .doesNotContain(file.toString())
                .doesNotContain("centre");
        var opened = open(stranger, look.text("lookId"));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(stranger.get("/api/cases/files/" + opened.text("fileId")).status())
                .isEqualTo(200);
    }

    @Test
    void who_was_met_is_opened_once_however_often_the_reason_is_sent_under_one_key() {
        var path = "/api/cases/search/elsewhere/"
                + look(stranger, name + " Rosalba " + WRITTEN.format(day)).text("lookId") + "/exceptional-access";
        var why = Map.of("reason", "emergency", "reasonText", "Elle est là.");
        var key = UUID.randomUUID().toString();

        var first = stranger.postUnder(path, why, key);
        var again = stranger.postUnder(path, why, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_near_spelling_meets_with_the_birth_date_alone() {
        assertThat(met(look(stranger, "Ax" + name.substring(2) + " Rosalba" + born)))
                .isTrue();
        assertThat(met(look(stranger, "Ax" + name.substring(2) + " Rosalba"))).isFalse();
        assertThat(met(look(stranger, "Rosalba " + name))).isTrue();
        assertThat(met(look(stranger, "Rosalba " + name + " " + day.plusYears(5))))
                .isFalse();
        assertThat(met(look(stranger, "Rosalba " + name + " " + (day.getYear() + 5))))
                .isFalse();
    }

    @Test
    void a_beginning_meets_nobody_and_half_a_name_is_refused() {
        assertThat(met(look(stranger, "Ailleu Ros" + born))).isFalse();
        for (var text : List.of(name, "1985-03-14", name + " 1985-03-14", "a b 1985-03-14", "de la 1985")) {
            assertThat(look(stranger, text).text("type")).isEqualTo("urn:lethe:problem:no-name-to-look-for");
        }
    }

    @Test
    void who_is_excluded_is_answered_as_if_there_were_nobody() {
        exclude(strangerId);

        assertThat(look(stranger, name + " Rosalba" + born).response().body())
                .isEqualTo(look(stranger, "Personnet Absenta 1985-03-14")
                        .response()
                        .body());
    }

    @Test
    void who_is_excluded_between_look_and_reason_learns_nothing() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        exclude(strangerId);

        var refused = open(stranger, look);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.response().body()).doesNotContain(file.toString()).doesNotContain(person.toString());
    }

    @Test
    void a_restriction_that_leaves_no_room_hides_the_person() {
        restrict(false);
        assertThat(met(look(stranger, name + " Rosalba"))).isFalse();
    }

    @Test
    void a_restriction_that_leaves_room_hides_nobody() {
        restrict(true);
        assertThat(met(look(stranger, name + " Rosalba"))).isTrue();
    }

    @Test
    void a_restriction_that_came_meanwhile_tells_nothing_either() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        restrict(false);

        assertThat(open(stranger, look).status()).isEqualTo(404);
    }

    @Test
    void an_answer_is_nobody_elses() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        var other = colleague(UUID.randomUUID(), "Autre", "north");

        assertThat(open(other, look).status()).isEqualTo(404);
        assertThat(open(stranger, UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(stranger.post(address(look), Map.of("reason", "emergency", "reasonText", " "))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_tries_many_spellings_is_stopped() {
        for (var number = 0; number < 12; number++) {
            assertThat(look(stranger, "Essaix Numerox" + (char) ('a' + number)).status())
                    .isEqualTo(200);
        }

        assertThat(look(stranger, name + " Rosalba").text("type")).isEqualTo("urn:lethe:problem:too-many-looks");
        assertThat(met(look(colleague(UUID.randomUUID(), "Autre", "north"), name + " Rosalba")))
                .isTrue();
    }

    @Test
    void many_looks_at_once_are_counted_like_many_in_turn() {
        List<Integer> statuses;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = IntStream.range(0, 20)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> look(stranger, "Essaix Numerox" + (char) ('a' + number))
                                    .status(),
                            all))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).containsOnly(200, 429);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(12);
    }

    @Test
    void a_look_is_forgotten_after_a_quarter_of_an_hour() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        database.sql("update look_elsewhere set at = at - interval '16 minutes' where look_id = ?")
                .param(UUID.fromString(look))
                .update();

        assertThat(open(stranger, look).status()).isEqualTo(404);
    }

    @Test
    void what_was_typed_is_kept_nowhere() {
        look(stranger, name + " Rosalba");

        assertThat(database.sql("select row_to_json(look)::text from look_elsewhere look where staff_id = ?")
                        .param(strangerId)
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase(name);
    }

    @Test
    void a_name_that_nobody_can_see_and_one_that_is_encoded_are_none() {
        for (var text : List.of("%41 %42 1985-03-14", "\u3164\u3164 \u2800\u2800 1985-03-14")) {
            assertThat(look(stranger, text).text("type")).isEqualTo("urn:lethe:problem:no-name-to-look-for");
        }
        for (var text : List.of("", " ", "\t\n", "\u200B\u2060 \u00AD")) {
            assertThat(look(stranger, text).status()).isEqualTo(400);
        }
        assertThat(stranger.post("/api/cases/search/elsewhere", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void who_is_one_of_two_records_is_met_in_the_one_that_is_kept() {
        var kept = register(Map.of("familyName", name, "givenName", "Rosalbe", "birthDate", day.toString()));
        var keptFile = openFile(kept);
        assertThat(worker().post("/api/cases/persons/" + kept + "/duplicates", Map.of("duplicateId", person))
                        .status())
                .isEqualTo(201);

        var opened = open(stranger, look(stranger, name + " Rosalba" + born).text("lookId"));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("fileId")).isEqualTo(keptFile.toString());
    }

    @Test
    void who_is_merged_between_look_and_reason_is_not_told() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        var kept = register(Map.of("familyName", name, "givenName", "Rosalbe", "birthDate", day.toString()));
        openFile(kept);
        assertThat(worker().post("/api/cases/persons/" + kept + "/duplicates", Map.of("duplicateId", person))
                        .status())
                .isEqualTo(201);

        var refused = open(stranger, look);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.response().body()).doesNotContain(kept.toString()).doesNotContain(person.toString());
    }

    @Test
    void who_is_suspended_is_met_by_nobody_nor_opened_by_an_earlier_look() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        var erasure = UUID.randomUUID();
        RETENTION.keys().suspend(person, ALL);
        Topic.publish(
                new PersonSuspended(erasure, person, ALL, true, Instant.parse("2028-03-10T12:00:00Z"), Instant.now()));
        awaitHeardOf("until");

        assertThat(open(stranger, look).status()).isEqualTo(404);
        assertThat(met(look(stranger, name + " Rosalba"))).isFalse();
    }

    @Test
    void who_is_erased_is_met_by_nobody_nor_opened_by_an_earlier_look() {
        var look = look(stranger, name + " Rosalba").text("lookId");
        var keys = RETENTION.keys().remove(person, ALL);
        Topic.publish(new KeysRemoved(UUID.randomUUID(), person, keys, true, LocalDate.of(2028, 3, 4), Instant.now()));
        awaitHeardOf("erasedOn");

        assertThat(open(stranger, look).status()).isEqualTo(404);
        assertThat(met(look(stranger, name + " Rosalba"))).isFalse();
    }

    /** The keys are away at once; since when or until when is said once the service has heard of it. */
    private void awaitHeardOf(String member) {
        await().atMost(SOON)
                .until(() -> worker().get("/api/cases/files/" + file)
                        .response()
                        .body()
                        .contains("\"" + member + "\""));
    }

    @Test
    void whose_file_is_open_already_comes_after_who_bears_the_same_name() {
        var namesake =
                openFile(register(Map.of("familyName", name, "givenName", "Rosalba", "birthDate", "1920-01-01")));
        await().atMost(SOON).until(() -> Collections.frequency(search(name + " rosalba"), name) == 2);

        var first =
                open(stranger, look(stranger, name + " Rosalba").text("lookId")).text("fileId");
        var second =
                open(stranger, look(stranger, name + " Rosalba").text("lookId")).text("fileId");

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(file.toString(), namesake.toString());
    }

    @Test
    void who_reads_the_file_anyway_is_not_sent_elsewhere_and_no_other_role_looks() {
        assertThat(met(look(worker(), name + " Rosalba"))).isFalse();
        for (var role : List.of("lead", "dpo", "auditor", "statistician", "retention-admin")) {
            assertThat(look(as(role, "north"), name + " Rosalba").status()).isEqualTo(403);
        }
    }

    @Test
    void the_journal_says_who_looked() {
        look(stranger, name + " Rosalba");

        await().atMost(SOON)
                .until(() -> worker().get("/api/cases/files/" + file + "/readers")
                        .response()
                        .body()
                        .contains(strangerId.toString()));
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 10)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
                .collect(Collectors.joining());
    }

    private static Api.Answer look(Api caller, String text) {
        return caller.post("/api/cases/search/elsewhere", Map.of("text", text));
    }

    private static boolean met(Api.Answer look) {
        assertThat(look.status()).isEqualTo(200);
        return look.body().hasNonNull("lookId");
    }

    private static String address(String look) {
        return "/api/cases/search/elsewhere/" + look + "/exceptional-access";
    }

    private static Api.Answer open(Api caller, String look) {
        return caller.post(address(look), Map.of("reason", "emergency", "reasonText", "À la porte ce soir."));
    }

    private void exclude(UUID worker) {
        assertThat(lead().post(
                                "/api/cases/persons/" + person + "/exclusions",
                                Map.of("workerId", worker, "ask", id("lead", "centre"), "reason", "relative"))
                        .status())
                .isEqualTo(201);
    }

    private void restrict(boolean exceptionalAccess) {
        assertThat(lead().put(
                                "/api/cases/persons/" + person + "/restriction",
                                Map.of(
                                        "workerIds",
                                        List.of(id("worker", "centre")),
                                        "ask",
                                        id("lead", "centre"),
                                        "exceptionalAccess",
                                        exceptionalAccess,
                                        "reason",
                                        "protection"))
                        .status())
                .isEqualTo(200);
    }
}
