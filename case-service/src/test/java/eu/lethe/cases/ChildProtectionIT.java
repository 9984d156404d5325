package eu.lethe.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionRevoked;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a file has child protection in it is said to whoever keeps the time, and by what that is known is not. */
class ChildProtectionIT extends RunningCaseService {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Replay replay;

    @Test
    void a_code_of_child_protection_says_when_the_child_comes_of_age_and_not_which_code_it_was() {
        var file = openFile(born("Signalée", today().minusYears(9)));

        record(file, "Information préoccupante transmise.", "P07.3", "P01.1");

        assertThat(noted(file)).containsExactly(today().plusYears(9));
        assertThat(Topic.messages(EventTypes.CASES.topic()).stream()
                        .filter(message -> new String(message.key(), UTF_8).equals(file.toString()))
                        .map(message -> new String(message.value(), UTF_8)))
                .noneMatch(message -> message.contains("P07"));
    }

    @Test
    void a_code_that_was_a_mistake_takes_it_back_and_one_chosen_afterwards_brings_it_about() {
        var file = openFile(born("Codée", today().minusYears(9)));
        var contact = record(file, "Entretien.", "P01.1");
        var codes = "/api/cases/files/" + file + "/contacts/" + contact + "/codes";

        var coded = worker().put(codes, Map.of("codingId", contact, "codes", List.of("P07.4")));
        assertThat(coded.status()).isEqualTo(200);
        noted(file);
        var corrected = worker().put(codes, Map.of("codingId", coded.id("codingId"), "codes", List.of("P01.1")));
        assertThat(corrected.status()).isEqualTo(200);

        await().atMost(SOON).until(() -> !revoked(file).isEmpty());
    }

    @Test
    void a_withdrawn_contact_takes_it_back() {
        var file = openFile(born("Reprise", today().minusYears(9)));
        var contact = record(file, "Entretien.", "P07.3");
        noted(file);

        var withdrawn = worker().post(
                        "/api/cases/files/" + file + "/contacts/" + contact + "/withdrawal",
                        Map.of("reason", "recorded-in-error"));

        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isLessThan(300);
        await().atMost(SOON).until(() -> !revoked(file).isEmpty());
    }

    @Test
    void a_parent_with_the_same_code_is_no_child() {
        var file = openFile(born("Parent", today().minusYears(35)));

        record(file, "Information préoccupante sur un enfant.", "P07.3");

        looked(file);
        assertThat(Topic.published(ChildProtectionNoted.class, file)).isEmpty();
    }

    @Test
    void a_birth_date_that_becomes_known_later_is_enough() {
        var person = register("Sansdate", "Lou");
        var file = openFile(person);
        record(file, "Information préoccupante.", "P07.3");
        looked(file);
        assertThat(Topic.published(ChildProtectionNoted.class, file)).isEmpty();

        amendedBirth(person, today().minusYears(4));
        assertThat(noted(file)).containsExactly(today().plusYears(14));
        amendedBirth(person, today().minusYears(5));

        await().atMost(SOON)
                .until(() -> Topic.published(ChildProtectionNoted.class, file).size() == 2);
        assertThat(noted(file)).containsExactly(today().plusYears(14), today().plusYears(13));
    }

    @Test
    void tables_that_are_built_anew_take_nothing_back() throws InterruptedException {
        var file = openFile(born("Rejouée", today().minusYears(9)));
        record(file, "Entretien.", "P07.4");
        noted(file);

        replay.start("cases");
        assertThat(replay.awaitCaughtUp("cases", Duration.ofSeconds(60))).isTrue();
        record(file, "Autre entretien.", "P01.1");

        looked(file);
        assertThat(revoked(file)).isEmpty();
        assertThat(noted(file)).hasSize(1);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private UUID born(String name, LocalDate on) {
        return register(Map.of("familyName", name, "givenName", "Lou", "birthDate", on.toString()));
    }

    private void amendedBirth(UUID person, LocalDate on) {
        var familyName = worker().get("/api/cases/persons/" + person).text("familyName");
        var amended = amend(worker(), person, familyName, Map.of("birthDate", on.toString()));
        assertThat(amended.status()).as(amended.body().toString()).isEqualTo(200);
    }

    private void looked(UUID file) {
        await().atMost(SOON)
                .until(() -> database.sql("select count(*) from file_to_look_at where file_id = ?")
                                .param(file)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private List<LocalDate> noted(UUID file) {
        return await()
                .atMost(SOON)
                .until(() -> Topic.published(ChildProtectionNoted.class, file), found -> !found.isEmpty())
                .stream()
                .map(ChildProtectionNoted::majorityOn)
                .toList();
    }

    private static List<ChildProtectionRevoked> revoked(UUID file) {
        return Topic.published(ChildProtectionRevoked.class, file);
    }
}
