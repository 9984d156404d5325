package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.testkit.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A contact that should not have been written is gone at once, may come back for a week, and is then deleted for good. */
class WithdrawalIT extends RunningCaseService {

    private static final byte[] PDF = Documents.pdf(1_000);

    @Autowired
    private JdbcClient database;

    @Autowired
    private Replay replay;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    private UUID file = new UUID(0, 0);
    private UUID contact = new UUID(0, 0);
    private UUID revision = new UUID(0, 0);
    private String document = "";

    /** Corrected, coded, with a document: all that may be lost. */
    @BeforeEach
    void a_contact() {
        file = openFile(register("Erreur", "Edmée"));
        contact = record(file, "Elle n’a rien dit.");
        revision = worker().put(
                        path(),
                        Map.of(
                                "revisionId",
                                contact,
                                "date",
                                today.minusDays(3).toString(),
                                "text",
                                "Elle a tout dit.",
                                "reason",
                                "wrong-fact"))
                .id("revisionId");
        worker().put(path() + "/codes", Map.of("codingId", contact, "codes", List.of("P03.4", "P05.1")));
        document = worker().attach(path() + "/attachments", "bail.pdf", PDF).text("attachmentId");
    }

    @Test
    void nobody_reads_it_any_more_and_the_file_says_since_when_by_whom_and_until_when_it_may_come_back() {
        var answer = withdraw();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("erasedOn")).isEqualTo(today.plusDays(7).toString());
        var page = file(file).body();
        assertThat(page.get("contacts").isEmpty()).isTrue();
        var gap = page.get("withdrawn").get(0);
        assertThat(gap.get("contactId").asString()).isEqualTo(contact.toString());
        assertThat(gap.get("date").asString()).isEqualTo(today.minusDays(3).toString());
        assertThat(gap.get("withdrawnOn").asString()).isEqualTo(today.toString());
        assertThat(gap.get("withdrawnBy").get("name").asString()).isEqualTo("Claire Morel");
        assertThat(gap.get("erasedOn").asString()).isEqualTo(today.plusDays(7).toString());
        assertThat(gap.get("restorable").asBoolean()).isTrue();
        assertThat(worker().get(path() + "/revisions").status()).isEqualTo(404);
        assertThat(worker().get(path() + "/attachments/" + document).status()).isEqualTo(404);
        assertThat(worker().put(path() + "/codes", Map.of("codingId", UUID.randomUUID(), "codes", List.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void it_comes_back_whole_and_is_told() {
        withdraw();

        var answer = restore();

        assertThat(answer.status()).isEqualTo(204);
        var page = file(file).body();
        assertThat(page.get("withdrawn").isEmpty()).isTrue();
        var shown = page.get("contacts").get(0);
        assertThat(shown.get("contactId").asString()).isEqualTo(contact.toString());
        assertThat(shown.get("text").asString()).isEqualTo("Elle a tout dit.");
        assertThat(shown.get("codes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("P03.4", "P05.1");
        assertThat(worker().get(path() + "/revisions").body().get("items").size())
                .isEqualTo(2);
        assertThat(worker().document(path() + "/attachments/" + document).body())
                .isEqualTo(PDF);
        assertThat(told().writtenBy()).isEqualTo(told().author());
        assertThat(told().text().keyId().personId()).isEqualTo(told().personId());
        assertThat(told().revisionId()).isEqualTo(revision);
    }

    @Test
    void the_last_contact_moves_back_and_forth() {
        assertThat(lastContact()).isEqualTo(today.minusDays(3).toString());

        withdraw();
        assertThat(lastContact()).isEqualTo("none");

        restore();
        assertThat(lastContact()).isEqualTo(today.minusDays(3).toString());
    }

    @Test
    void when_its_day_has_come_nothing_of_it_is_left_but_the_gap() {
        withdraw();

        theDayHasCome();

        await().atMost(SOON).until(() -> eventsOf(contact).equals(List.of("lethe.cases.ContactWithdrawn.v1")));
        for (var table : List.of("contact", "contact_revision", "attachment", "withdrawn_contact")) {
            assertThat(rows("select count(*) from " + table + " where contact_id = :id", contact))
                    .as(table)
                    .isZero();
        }
        assertThat(rows("select count(*) from attachment_content where attachment_id = :id", UUID.fromString(document)))
                .isZero();
        var late = restore();
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("type")).isEqualTo("urn:lethe:problem:contact-erased");
        assertThat(file(file).body().get("withdrawn").size()).isEqualTo(1);
    }

    @Test
    void what_came_back_is_not_deleted_when_that_day_comes() {
        withdraw();
        restore();

        theDayHasCome();

        assertThat(rows("select count(*) from withdrawn_contact where contact_id = :id", contact))
                .isZero();
        assertThat(file(file).body().get("contacts").get(0).get("text").asString())
                .isEqualTo("Elle a tout dit.");
    }

    @Test
    void the_gap_is_there_after_a_replay_though_the_events_are_gone() throws InterruptedException {
        withdraw();
        theDayHasCome();
        await().atMost(SOON).until(() -> eventsOf(contact).size() == 1);

        replay.start("cases");

        assertThat(replay.awaitCaughtUp("cases", SOON)).isTrue();
        assertThat(file(file).body().get("withdrawn").get(0).get("date").asString())
                .isEqualTo(today.minusDays(3).toString());
        assertThat(file(file).body().get("contacts").isEmpty()).isTrue();
    }

    @Test
    void what_was_moved_to_its_own_file_leaves_no_gap_and_does_not_come_back() {
        var right = openFile(register("Vraie", "Victoire"));

        worker().post(path() + "/withdrawal", Map.of("reason", "wrong-person", "toFileId", right));

        assertThat(file(file).body().get("withdrawn").isEmpty()).isTrue();
        assertThat(restore().status()).isEqualTo(404);
    }

    @Test
    void another_unit_brings_nothing_back_and_nobody_what_was_never_withdrawn() {
        assertThat(restore().status()).isEqualTo(404);
        withdraw();

        assertThat(as("worker", "north").delete(path() + "/withdrawal").status())
                .isEqualTo(403);
        assertThat(file(file).body().get("contacts").isEmpty()).isTrue();
    }

    private Answer withdraw() {
        return worker().post(path() + "/withdrawal", Map.of("reason", "recorded-in-error", "reasonText", "Homonyme."));
    }

    private Answer restore() {
        return worker().delete(path() + "/withdrawal");
    }

    private String path() {
        return "/api/cases/files/" + file + "/contacts/" + contact;
    }

    private void theDayHasCome() {
        database.sql("update withdrawn_contact set due_on = :today where contact_id = :id")
                .param("today", today)
                .param("id", contact)
                .update();
    }

    private String lastContact() {
        return database.sql("select coalesce(last_contact_on::text, 'none') from case_file where file_id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private long rows(String count, UUID id) {
        return database.sql(count).param("id", id).query(Long.class).single();
    }

    private List<String> eventsOf(UUID aggregate) {
        return database.sql(
                        "select payload_type from domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private ContactRestored told() {
        var name = EventTypes.ofLethe().typeOf(ContactRestored.class);
        return await().atMost(SOON)
                .until(
                        () -> Topic.messages(EventTypes.CASES.topic()).stream()
                                .filter(message ->
                                        Topic.header(message, "ce_type").equals(name))
                                .map(message -> EventJson.mapper().readValue(message.value(), ContactRestored.class))
                                .filter(event -> event.contactId().equals(contact))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
