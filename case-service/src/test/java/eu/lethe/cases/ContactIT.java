package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.testkit.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContactIT extends RunningCaseService {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Replay replay;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Test
    void where_and_how_it_took_place_is_read_back() {
        var file = openFile(register("Visite", "Vera"));

        post(file, Map.of("date", today.toString(), "text", "Vue.", "means", "visit", "place", "chez sa sœur"));

        var contact = onlyContact(file);
        assertThat(contact.get("means").asString()).isEqualTo("visit");
        assertThat(contact.get("place").asString()).isEqualTo("chez sa sœur");
        assertThat(contact.get("corrected").asBoolean()).isFalse();
    }

    @Test
    void an_unknown_means_is_refused() {
        var file = openFile(register("Moyen", "Max"));

        var answer =
                worker().post(contacts(file), Map.of("date", today.toString(), "text", "Vu.", "means", "telepathy"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("pointer").asString()).isEqualTo("/means");
    }

    @Test
    void people_mentioned_are_named_to_who_may_read_about_them() {
        var neighbour = register("Voisin", "Victor");
        var neighboursFile = openFile(neighbour);
        var stranger = as("worker", "north").post("/api/cases/persons", Map.of("familyName", "Lointain"));
        var file = openFile(register("Cité", "Cécile"));

        post(
                file,
                Map.of(
                        "date",
                        today.toString(),
                        "text",
                        "Avec eux.",
                        "persons",
                        List.of(neighbour, stranger.id("personId"))));

        var people = onlyContact(file).get("people");
        assertThat(people.get(0).get("name").get("familyName").asString()).isEqualTo("Voisin");
        assertThat(people.get(0).get("fileId").asString()).isEqualTo(neighboursFile.toString());
        assertThat(people.get(1).get("personId").asString())
                .isEqualTo(stranger.id("personId").toString());
        assertThat(people.get(1).get("name").isNull()).isTrue();
    }

    @Test
    void a_correction_keeps_what_was_there_before_with_reason_and_author() {
        var file = openFile(register("Corrigée", "Cora"));
        var contact = record(file, "Loyer payé.");

        var answer = correct(file, contact, contact, today, "Loyer impayé.", "wrong-fact", "Relu avec elle.");

        assertThat(answer.status()).isEqualTo(200);
        var shown = onlyContact(file);
        assertThat(shown.get("text").asString()).isEqualTo("Loyer impayé.");
        assertThat(shown.get("corrected").asBoolean()).isTrue();
        var revisions = revisions(file, contact);
        assertThat(revisions.get(0).get("text").asString()).isEqualTo("Loyer payé.");
        assertThat(revisions.get(1).get("text").asString()).isEqualTo("Loyer impayé.");
        assertThat(revisions.get(1).get("reason").asString()).isEqualTo("wrong-fact");
        assertThat(revisions.get(1).get("reasonText").asString()).isEqualTo("Relu avec elle.");
        assertThat(revisions.get(1).get("author").get("name").asString()).isEqualTo("Claire Morel");
    }

    @Test
    void a_contact_never_corrected_has_one_wording() {
        var file = openFile(register("Unique", "Uma"));
        var contact = record(file, "Une fois.");

        assertThat(revisions(file, contact).size()).isEqualTo(1);
        assertThat(revisions(file, contact).get(0).get("revisionId").asString()).isEqualTo(contact.toString());
    }

    @Test
    void of_two_who_correct_the_same_wording_the_second_is_told_which_is_in_force() {
        var file = openFile(register("Deux", "Dora"));
        var contact = record(file, "Avant.");
        var first = correct(file, contact, contact, today, "La première.", "incomplete", null);

        var second = correct(file, contact, contact, today, "La seconde.", "incomplete", null);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("urn:lethe:problem:edited-meanwhile");
        assertThat(second.id("revisionId")).isEqualTo(first.id("revisionId"));
        assertThat(second.response().body()).doesNotContain("première").doesNotContain("seconde");
    }

    @Test
    void the_last_contact_of_the_file_follows_a_corrected_date_and_a_withdrawal() {
        var file = openFile(register("Dernier", "Diane"));
        var old = record(file, "Celui qui reste.");
        var wrong = record(file, "Celui qui va.");
        correct(file, old, old, today.minusDays(40), "Celui qui reste.", "typing-error", null);
        assertThat(lastContactOf(file)).isEqualTo(today);

        withdraw(file, wrong, Map.of("reason", "recorded-in-error"));

        assertThat(lastContactOf(file)).isEqualTo(today.minusDays(40));
        assertThat(database.sql("select contacts from case_file where file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void codes_chosen_afterwards_take_the_place_of_all_there_were_and_health_is_kept_apart() {
        var file = openFile(register("Codée", "Coline"));
        var contact = record(file, "À coder.", "I01.1");

        var answer = worker().put(
                        contacts(file) + "/" + contact + "/codes",
                        Map.of("codingId", contact, "codes", List.of("P03.4", "P05.1")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(onlyContact(file).get("codes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("P03.4", "P05.1");
        var coded = published(ContactCoded.class, contact);
        assertThat(coded.codes()).isNotNull();
        assertThat(Objects.requireNonNull(coded.healthCodes()).keyId().compartment())
                .isEqualTo(Compartment.HEALTH);
    }

    @Test
    void codes_chosen_on_what_was_read_before_others_were_chosen_are_refused_and_told_which_are_in_force() {
        var file = openFile(register("Recodée", "Rose"));
        var contact = record(file, "À coder.", "I01.1");
        var path = contacts(file) + "/" + contact + "/codes";
        var read = onlyContact(file).get("codingId").asString();
        var first = worker().put(path, Map.of("codingId", read, "codes", List.of("P03.4")));

        var second = worker().put(path, Map.of("codingId", read, "codes", List.of("P05.1")));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("urn:lethe:problem:edited-meanwhile");
        assertThat(second.id("revisionId")).isEqualTo(first.id("codingId"));
        assertThat(second.response().body()).doesNotContain("P05.1").doesNotContain("P03.4");
        assertThat(onlyContact(file).get("codes").valueStream().map(JsonNode::asString))
                .containsExactly("P03.4");
        assertThat(onlyContact(file).get("codingId").asString()).isEqualTo(first.text("codingId"));
    }

    @Test
    void codes_that_do_not_say_what_they_replace_are_refused() {
        var file = openFile(register("Muette", "Mia"));
        var contact = record(file, "À coder.");

        assertThat(worker().put(contacts(file) + "/" + contact + "/codes", Map.of("codes", List.of("P03.4")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_has_just_chosen_codes_goes_on_from_there_at_once() {
        var file = openFile(register("Suivie", "Sonia"));
        var contact = record(file, "À coder.");
        var path = contacts(file) + "/" + contact + "/codes";
        var coding = contact.toString();
        for (var codes : List.of(List.of("P03.4"), List.of("P03.4", "P05.1"), List.<String>of())) {
            var answer = worker().put(path, Map.of("codingId", coding, "codes", codes));
            assertThat(answer.status()).isEqualTo(200);
            coding = answer.text("codingId");
        }
    }

    @Test
    void codes_whose_key_and_event_are_gone_are_replaced_once() {
        var file = openFile(register("Oubliée", "Olga"));
        var contact = record(file, "À coder.");
        var path = contacts(file) + "/" + contact + "/codes";
        var gone = worker().put(path, Map.of("codingId", contact, "codes", List.of("P03.4")))
                .text("codingId");
        // what the removal of a key, and the pruning after it, leave of a choice of codes
        var forgotten = UUID.randomUUID();
        database.sql(
                        "update contact set coding_id = ?, codes = null, unreadable = array['coding'] where contact_id = ?")
                .params(forgotten, contact)
                .update();
        assertThat(onlyContact(file).get("codes").isNull()).isTrue();

        var first = worker().put(path, Map.of("codingId", forgotten, "codes", List.of("P05.1")));
        var second = worker().put(path, Map.of("codingId", forgotten, "codes", List.of("P03.4")));

        assertThat(gone).isNotEqualTo(forgotten.toString());
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
    }

    @Test
    void a_contact_filed_under_the_wrong_person_comes_to_the_right_one_under_their_own_keys() {
        var wrong = openFile(register("Fausse", "Flore"));
        var rightPerson = register("Juste", "Jules");
        var right = openFile(rightPerson);
        var contact = post(
                        wrong,
                        Map.of(
                                "date", today.minusDays(3).toString(),
                                "text", "C’était lui.",
                                "means", "phone",
                                "codes", List.of("P03.4"),
                                "persons", List.of(rightPerson)))
                .id("contactId");
        correct(wrong, contact, contact, today.minusDays(2), "C’était bien lui.", "incomplete", null);

        var moved = withdraw(
                wrong, contact, Map.of("reason", "wrong-person", "reasonText", "Homonyme.", "toFileId", right));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(file(wrong).body().get("contacts").isEmpty()).isTrue();
        var shown = onlyContact(right);
        assertThat(shown.get("contactId").asString()).isEqualTo(moved.text("contactId"));
        assertThat(shown.get("text").asString()).isEqualTo("C’était bien lui.");
        assertThat(shown.get("date").asString()).isEqualTo(today.minusDays(2).toString());
        assertThat(shown.get("codes").get(0).asString()).isEqualTo("P03.4");
        assertThat(shown.get("persons").isEmpty()).isTrue();
        assertThat(shown.get("filedBy").get("name").asString()).isEqualTo("Claire Morel");
        var anew = published(ContactRecorded.class, moved.id("contactId"));
        assertThat(anew.text().keyId().personId()).isEqualTo(rightPerson);
        assertThat(Objects.requireNonNull(anew.codes()).keyId().personId()).isEqualTo(rightPerson);
        assertThat(published(ContactWithdrawn.class, contact).reason()).isEqualTo("wrong-person");
    }

    @Test
    void a_contact_corrected_before_it_came_to_the_right_person_keeps_all_its_wordings_there() {
        var wrong = openFile(register("Avant", "Anne"));
        var rightPerson = register("Après", "Aimé");
        var right = openFile(rightPerson);
        var contact = post(
                        wrong,
                        Map.of("date", today.minusDays(3).toString(), "text", "Un.", "means", "phone", "place", "gare"))
                .id("contactId");
        var second = correct(wrong, contact, contact, today.minusDays(2), "Deux.", "incomplete", "Manquait.")
                .id("revisionId");
        var colleague = colleague(UUID.randomUUID(), "Collègue", "centre");
        correct(colleague, wrong, contact, second, today.minusDays(1), "Trois.", "on-request", "Relu.");
        var before = revisions(wrong, contact);

        var moved = withdraw(wrong, contact, Map.of("reason", "wrong-person", "toFileId", right))
                .id("contactId");

        var after = revisions(right, moved);
        assertThat(withoutIds(after)).hasSize(3).isEqualTo(withoutIds(before));
        assertThat(after.get(0).get("place").asString()).isEqualTo("gare");
        assertThat(after.get(1).get("reasonText").asString()).isEqualTo("Manquait.");
        assertThat(after.get(2).get("reason").asString()).isEqualTo("on-request");
        assertThat(after.get(2).get("author")).isNotEqualTo(after.get(1).get("author"));
        assertThat(keysOfWordings(moved))
                .hasSize(6)
                .allMatch(key -> key.personId().equals(rightPerson));
        var shown = onlyContact(right);
        assertThat(shown.get("text").asString()).isEqualTo("Trois.");
        assertThat(shown.get("recordedAt")).isEqualTo(before.get(0).get("at"));
        assertThat(lastContactOf(right)).isEqualTo(today.minusDays(1));
        var third = UUID.fromString(after.get(2).get("revisionId").asString());
        assertThat(correct(right, moved, third, today, "Quatre.", "incomplete", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_wrong_copy_leaves_the_store_and_the_reason_stays() {
        var wrong = openFile(register("Copie", "Carl"));
        var right = openFile(register("Original", "Olive"));
        var contact = record(wrong, "Pas ici.");

        withdraw(wrong, contact, Map.of("reason", "wrong-person", "toFileId", right));

        await().atMost(SOON).until(() -> eventsOf(contact).equals(List.of("lethe.cases.ContactWithdrawn.v1")));
        assertThat(worker().get(contacts(wrong) + "/" + contact + "/revisions").status())
                .isEqualTo(404);
        assertThat(withdraw(wrong, contact, Map.of("reason", "recorded-in-error"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_cannot_write_in_the_other_file_moves_nothing() {
        var wrong = openFile(register("Ici", "Ines"));
        var north = as("worker", "north");
        var elsewhere = north.post("/api/cases/persons", Map.of("familyName", "Ailleurs"))
                .id("personId");
        var far = north.post("/api/cases/files", Map.of("personId", elsewhere, "unit", "north"))
                .id("fileId");
        var contact = record(wrong, "Reste ici.");

        var answer = withdraw(wrong, contact, Map.of("reason", "wrong-person", "toFileId", far));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(onlyContact(wrong).get("text").asString()).isEqualTo("Reste ici.");
        assertThat(worker().put(
                                contacts(far) + "/" + contact + "/codes",
                                Map.of("codingId", contact, "codes", List.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_contact_is_in_its_own_file_only() {
        var file = openFile(register("Propre", "Paula"));
        var other = openFile(register("Autre", "Albert"));
        var contact = record(file, "À moi.");

        assertThat(correct(other, contact, contact, today, "À toi.", "incomplete", null)
                        .status())
                .isEqualTo(404);
        assertThat(worker().get(contacts(other) + "/" + contact + "/revisions").status())
                .isEqualTo(404);
    }

    @Test
    void tables_dropped_and_replayed_are_the_same_after_corrections_codings_and_withdrawals()
            throws InterruptedException {
        var file = openFile(register("Rejeu", "Romy"));
        var other = openFile(register("Second", "Sven"));
        var contact = record(file, "Un.");
        correct(file, contact, contact, today.minusDays(1), "Deux.", "incomplete", "Manquait.");
        worker().put(contacts(file) + "/" + contact + "/codes", Map.of("codingId", contact, "codes", List.of("P03.4")));
        withdraw(file, record(file, "Ailleurs."), Map.of("reason", "wrong-person", "toFileId", other));
        withdraw(file, record(file, "Par erreur."), Map.of("reason", "recorded-in-error"));
        var before = tables();

        replay.start("cases");

        assertThat(replay.awaitCaughtUp("cases", SOON)).isTrue();
        assertThat(tables()).isEqualTo(before);
    }

    private Answer post(UUID file, Map<String, ?> contact) {
        var answer = worker().post(contacts(file), contact);
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private Answer correct(
            UUID file,
            UUID contact,
            UUID read,
            LocalDate date,
            String text,
            String reason,
            @Nullable String reasonText) {
        return correct(worker(), file, contact, read, date, text, reason, reasonText);
    }

    private Answer correct(
            Api who,
            UUID file,
            UUID contact,
            UUID read,
            LocalDate date,
            String text,
            String reason,
            @Nullable String reasonText) {
        var correction = new HashMap<String, Object>(
                Map.of("revisionId", read, "date", date.toString(), "text", text, "reason", reason));
        correction.put("reasonText", reasonText);
        return who.put(contacts(file) + "/" + contact, correction);
    }

    private Answer withdraw(UUID file, UUID contact, Map<String, ?> why) {
        return worker().post(contacts(file) + "/" + contact + "/withdrawal", why);
    }

    private JsonNode revisions(UUID file, UUID contact) {
        return worker().get(contacts(file) + "/" + contact + "/revisions")
                .body()
                .get("items");
    }

    /** What is the same wherever it is filed. */
    private static List<JsonNode> withoutIds(JsonNode wordings) {
        return wordings.valueStream()
                .map(wording -> ((ObjectNode) wording.deepCopy())
                        .retain("date", "text", "means", "place", "author", "at", "reason", "reasonText"))
                .<JsonNode>map(wording -> wording)
                .toList();
    }

    /** Under which each text, place and reason of a contact's wordings is sealed. */
    private List<KeyId> keysOfWordings(UUID contact) {
        return database.sql("""
                        select unnest(array_remove(array[text, circumstances, reason_text], null)) from contact_revision
                         where contact_id = ?""")
                .param(contact)
                .query((row, _) -> Sealed.ofCompact(row.getString(1)).keyId())
                .list();
    }

    private JsonNode onlyContact(UUID file) {
        var contacts = file(file).body().get("contacts");
        assertThat(contacts.size()).isEqualTo(1);
        return contacts.get(0);
    }

    private static String contacts(UUID file) {
        return "/api/cases/files/" + file + "/contacts";
    }

    private LocalDate lastContactOf(UUID file) {
        return database.sql("select last_contact_on from case_file where file_id = ?")
                .param(file)
                .query(LocalDate.class)
                .single();
    }

    private List<String> eventsOf(UUID aggregate) {
        return database.sql(
                        "select payload_type from domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> tables() {
        return List.of("case_file", "contact", "contact_revision", "contact_gap", "attachment").stream()
                .flatMap(
                        table -> database
                                .sql("select row_to_json(t)::text from " + table + " t order by 1")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    private <T extends DomainEvent> T published(Class<T> type, UUID contact) {
        var name = EventTypes.ofLethe().typeOf(type);
        return await().atMost(SOON)
                .until(
                        () -> Topic.messages(EventTypes.CASES.topic()).stream()
                                .filter(message ->
                                        Topic.header(message, "ce_type").equals(name))
                                .filter(message -> new String(message.value(), java.nio.charset.StandardCharsets.UTF_8)
                                        .contains("\"contactId\":\"" + contact + "\""))
                                .map(message -> EventJson.mapper().readValue(message.value(), type))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
