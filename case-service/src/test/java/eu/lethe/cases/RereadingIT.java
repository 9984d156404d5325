package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Before a copy is handed over, somebody rereads it, and masks what it says of others. */
class RereadingIT extends RunningCaseService {

    private static final String REASON = "private-life";

    @Autowired
    private JdbcClient database;

    @Test
    void a_copy_that_nobody_reread_is_not_handed_over_in_any_form() {
        var person = written("Loyer impayé.");

        var data = worker().get(copy(person));
        var document = worker().getAs(copy(person), "application/pdf");

        assertThat(data.status()).isEqualTo(409);
        assertThat(data.text("type")).isEqualTo("urn:lethe:problem:copy-not-reread");
        assertThat(document.status()).isEqualTo(409);
    }

    @Test
    void what_was_masked_is_printed_as_such_with_its_reason_and_the_copy_says_how_much_it_was() throws Exception {
        var person = written("Vue avec sa sœur Canari, qui boit.");
        var passage = passage(person, "Canari");
        assertThat(mask(person, passage, "Canari, qui boit")).isEqualTo(204);

        assertThat(confirm(person).status()).isEqualTo(200);

        var data = worker().get(copy(person));
        assertThat(data.status()).isEqualTo(200);
        assertThat(data.response().body()).doesNotContain("Canari").doesNotContain("boit");
        assertThat(data.body().at("/contacts/0/text").asString())
                .isEqualTo("Vue avec sa sœur [passage occulté\u00a0: vie privée d’une autre personne].");
        assertThat(data.body().at("/rereading/masks").asInt()).isEqualTo(1);
        var words = textOf(worker().bytes(copy(person), "application/pdf")).replaceAll("\\s+", " ");
        assertThat(words).doesNotContain("Canari").contains("passage occulté", "1 passage");
        var english = worker().inEnglish().get(copy(person));
        assertThat(english.body().at("/contacts/0/text").asString()).contains("passage masked");
    }

    @Test
    void nothing_masked_is_said_to_be_nothing() throws Exception {
        var person = written("Loyer impayé.");
        assertThat(confirm(person).status()).isEqualTo(200);

        var words = textOf(worker().bytes(copy(person), "application/pdf")).replaceAll("\\s+", " ");

        assertThat(words).contains("Rien n’y est occulté");
    }

    @Test
    void whatever_is_added_corrected_coded_or_unmasked_after_the_rereading_makes_it_stale() {
        var person = written("Avec Canari.");
        var file = UUID.fromString(worker().get("/api/cases/persons/" + person).text("fileId"));
        var passage = passage(person, "Canari");
        var mask = UUID.randomUUID();
        assertThat(mask(person, passage, "Canari", mask).status()).isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);
        assertThat(worker().get(copy(person)).status()).isEqualTo(200);

        var contact = record(file, "Ajouté depuis.");

        assertStale(person);
        assertThat(confirm(person).status()).isEqualTo(200);
        assertThat(worker().put("/api/cases/files/" + file + "/contacts/" + contact + "/codes", codes(contact, "P03.4"))
                        .status())
                .isBetween(200, 204);
        assertStale(person);
        assertThat(confirm(person).status()).isEqualTo(200);
        assertThat(worker().delete(mask(person, mask)).status()).isEqualTo(204);
        assertStale(person);
    }

    @Test
    void a_confirmation_of_what_the_rereader_did_not_see_is_refused() {
        var person = written("Avec Canari.");
        var file = UUID.fromString(worker().get("/api/cases/persons/" + person).text("fileId"));
        var seen = preview(person);
        record(file, "Entre-temps.");

        var changed = confirm(person, seen.get("fingerprint").asString(), List.of());
        var unseenMask = passage(person, "Canari");
        assertThat(mask(person, unseenMask, "Canari")).isEqualTo(204);
        var masked = confirm(person, preview(person).get("fingerprint").asString(), List.of());

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text("type")).isEqualTo("urn:lethe:problem:copy-changed");
        assertThat(masked.text("type")).isEqualTo("urn:lethe:problem:copy-changed");
        assertThat(worker().get(copy(person)).status()).isEqualTo(409);
    }

    @Test
    void a_mask_dies_when_the_wording_changes_and_the_earlier_wording_keeps_it() {
        var person = written("Avec Canari.");
        var file = UUID.fromString(worker().get("/api/cases/persons/" + person).text("fileId"));
        assertThat(mask(person, passage(person, "Canari"), "Canari")).isEqualTo(204);
        var contact = preview(person).at("/passages/0/recordId").asString();
        assertThat(worker().put(
                                "/api/cases/files/" + file + "/contacts/" + contact,
                                Map.of(
                                        "revisionId",
                                        contact,
                                        "date",
                                        "2026-01-05",
                                        "text",
                                        "Ici avec Canari.",
                                        "reason",
                                        "typing-error"))
                        .status())
                .isEqualTo(200);

        var after = preview(person).get("passages").valueStream().toList();

        assertThat(after)
                .filteredOn(one -> one.get("text").asString().equals("Ici avec Canari."))
                .allSatisfy(one -> assertThat(one.get("masks").isEmpty()).isTrue());
        assertThat(after)
                .filteredOn(one -> one.get("text").asString().equals("Avec Canari."))
                .allSatisfy(one -> assertThat(one.get("masks").size()).isEqualTo(1));
    }

    @Test
    void a_mask_over_another_wording_has_to_be_settled_before_anything_is_confirmed() {
        var person = written("Avec Canari.");
        var passage = passage(person, "Canari");
        var stale = UUID.randomUUID();
        var mask = new HashMap<String, Object>(decision(passage, "Canari"));
        mask.put("digest", "0".repeat(64));
        assertThat(worker().put(mask(person, stale), mask).status()).isEqualTo(204);

        var refused = confirm(person);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:copy-unsettled");
        assertThat(worker().delete(mask(person, stale)).status()).isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);
    }

    @Test
    void others_of_the_household_are_proposed_and_each_is_decided() {
        var person = written("Vue avec ZOÉ Canari et Zoélie.");
        var other = register("Canari", "Zoe");
        assertThat(worker().post("/api/cases/persons/" + person + "/household/members", Map.of("personId", other))
                        .status())
                .isEqualTo(201);

        var passage = passage(person, "Zoélie");
        assertThat(passage.get("proposals").size()).isEqualTo(1);
        var proposal = passage.at("/proposals/0");
        assertThat(proposal.get("kind").asString()).isEqualTo("household");
        assertThat(cut(passage, proposal)).isEqualTo("ZOÉ Canari");
        assertThat(confirm(person).text("type")).isEqualTo("urn:lethe:problem:copy-unsettled");
        var left = new HashMap<String, Object>(decision(passage, "ZOÉ Canari"));
        left.remove("reason");
        assertThat(worker().put(mask(person, UUID.randomUUID()), left).status()).isEqualTo(204);

        assertThat(passage(person, "Zoélie").get("proposals").isEmpty()).isTrue();
        assertThat(confirm(person).status()).isEqualTo(200);
        assertThat(worker().get(copy(person)).body().at("/contacts/0/text").asString())
                .isEqualTo("Vue avec ZOÉ Canari et Zoélie.");
    }

    @Test
    void another_name_of_theirs_and_one_that_is_spelt_without_its_hyphen_are_proposed() {
        var person = written("Sa sœur Marie Claire, dite Loetitia, est là.");
        var other = worker().post(
                        "/api/cases/persons",
                        Map.of("familyName", "canari", "givenName", "marie-claire", "aliases", List.of("Lœtitia")))
                .id("personId");
        assertThat(worker().post("/api/cases/persons/" + person + "/household/members", Map.of("personId", other))
                        .status())
                .isEqualTo(201);

        var passage = passage(person, "Loetitia");

        assertThat(passage.get("proposals").valueStream().map(one -> cut(passage, one)))
                .containsExactly("Marie Claire", "Loetitia");
    }

    @Test
    void an_address_is_reread_as_well() {
        var person = written("Loyer impayé.");
        assertThat(amend(worker(), person, "Relu", Map.of("givenName", "Renaud", "address", "chez sa sœur Canari"))
                        .status())
                .isEqualTo(200);
        assertThat(mask(person, passage(person, "Canari"), "Canari")).isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);

        assertThat(worker().get(copy(person)).response().body()).doesNotContain("Canari");
    }

    @Test
    void a_decision_that_was_taken_back_is_not_replaced_by_another_under_its_number() {
        var person = written("Avec Canari.");
        var passage = passage(person, "Canari");
        var number = UUID.randomUUID();
        assertThat(mask(person, passage, "Canari", number).status()).isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);
        assertThat(worker().delete(mask(person, number)).status()).isEqualTo(204);

        assertThat(mask(person, passage, "Avec", number).text("type")).isEqualTo("urn:lethe:problem:copy-changed");

        assertThat(worker().get(copy(person)).status()).isEqualTo(409);
        assertThat(worker().delete(mask(person, number)).status()).isEqualTo(404);
    }

    @Test
    void who_reported_and_what_kind_of_person_it_was_is_proposed() {
        var person = written("Mme Merle-Canari a appelé.");
        var file = worker().get("/api/cases/persons/" + person).text("fileId");
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/third-party",
                                Map.of(
                                        "receivedOn",
                                        "2026-01-05",
                                        "text",
                                        "Sa voisine entend crier.",
                                        "reliability",
                                        "first-hand",
                                        "source",
                                        Map.of("kind", "neighbour", "name", "Mme Merle-Canari")))
                        .status())
                .isEqualTo(201);

        var proposed = preview(person)
                .get("passages")
                .valueStream()
                .flatMap(passage -> passage.get("proposals").valueStream().map(one -> cut(passage, one)))
                .toList();

        assertThat(proposed).contains("Mme Merle-Canari", "voisine");
    }

    @Test
    void a_mask_splits_no_character_and_masks_that_overlap_hide_all_that_either_hides() {
        var text = "Canari👩‍👩‍👧é\u0301 et שרה כהן là";
        var person = written(text);
        var passage = passage(person, "Canari");
        var stored = passage.get("text").asString();
        var family = stored.indexOf("👩");
        put(person, passage, family + 1, family + 2);
        put(person, passage, stored.indexOf("et"), stored.indexOf("שרה") + 2);
        put(person, passage, stored.indexOf("שרה"), stored.indexOf(" là"));

        assertThat(confirm(person).status()).isEqualTo(200);

        var printed = worker().get(copy(person)).body();
        assertThat(printed.at("/contacts/0/text").asString())
                .startsWith("Canari[")
                .endsWith("] là")
                .doesNotContain("👩")
                .doesNotContain("👧")
                .doesNotContain("שרה")
                .doesNotContain("כהן");
        assertThat(printed.at("/rereading/masks").asInt()).isEqualTo(2);
    }

    @Test
    void a_whole_text_can_be_masked() {
        var person = written("Canari seul.");
        assertThat(mask(person, passage(person, "Canari"), "Canari seul.")).isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);

        assertThat(worker().get(copy(person)).body().at("/contacts/0/text").asString())
                .isEqualTo("[passage occulté\u00a0: vie privée d’une autre personne]");
    }

    @Test
    void a_range_that_is_none_a_reason_that_is_unknown_and_somebody_elses_mask_are_refused() {
        var person = written("Avec Canari.");
        var passage = passage(person, "Canari");
        var mask = UUID.randomUUID();
        var sound = decision(passage, "Canari");

        assertThat(with(person, sound, "start", -1)).isEqualTo(400);
        assertThat(with(person, sound, "end", 0)).isEqualTo(400);
        assertThat(with(person, sound, "reason", "because")).isEqualTo(400);
        assertThat(with(person, sound, "digest", "x")).isEqualTo(400);
        assertThat(with(person, sound, "place", "x".repeat(400))).isEqualTo(400);
        assertThat(worker().put(mask(person, mask), sound).status()).isEqualTo(204);
        var other = written("Autre.");
        assertThat(worker().put(mask(other, mask), sound).status()).isEqualTo(404);
        assertThat(worker().delete(mask(other, mask)).status()).isEqualTo(404);
        assertThat(preview(person).at("/passages/0/masks").size()).isEqualTo(1);
    }

    @Test
    void another_unit_rereads_nothing_and_an_exceptional_access_is_not_enough() {
        var person = written("Avec Canari.");
        var file = worker().get("/api/cases/persons/" + person).text("fileId");
        var passage = passage(person, "Canari");

        assertNothing(north(), person, passage);
        assertThat(north().post(
                                "/api/cases/files/" + file + "/exceptional-access",
                                Map.of("reason", "emergency", "reasonText", "À la porte."))
                        .status())
                .isBetween(200, 204);
        assertNothing(north(), person, passage);
        assertNothing(lead(), person, passage);
    }

    @Test
    void what_was_decided_lies_sealed_and_goes_with_the_key() {
        var person = written("Avec Canari.");
        var words = new HashMap<String, Object>(decision(passage(person, "Canari"), "Canari"));
        words.put("words", "Moineau a peur");
        assertThat(worker().put(mask(person, UUID.randomUUID()), words).status())
                .isEqualTo(204);
        assertThat(confirm(person).status()).isEqualTo(200);

        var stored =
                database.sql("""
                        select row_to_json(copy_decision)::text from copy_decision where person_id = :person
                        union all select row_to_json(copy_confirmation)::text from copy_confirmation where person_id = :person""").param("person", person).query(String.class).list();

        assertThat(stored)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain("Moineau")
                        .doesNotContain(REASON)
                        .doesNotContain("digest"));
        assertThat(preview(person).at("/passages/0/masks/0/words").asString()).isEqualTo("Moineau a peur");
        assertThat(worker().get(copy(person)).response().body()).doesNotContain("Moineau");
    }

    @Test
    void the_journal_says_who_reread_and_who_confirmed() {
        var person = written("Loyer.");
        confirm(person);
        worker().get(copy(person));

        var readers = worker().get(copy(person))
                .body()
                .get("readers")
                .valueStream()
                .map(reading -> reading.get("reason").asString())
                .toList();

        assertThat(readers).contains("rereading", "reread", "export");
    }

    private void assertStale(UUID person) {
        var stale = worker().get(copy(person));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("type")).isEqualTo("urn:lethe:problem:copy-changed");
        assertThat(preview(person).at("/confirmed/current").asBoolean()).isFalse();
    }

    private void assertNothing(Api somebody, UUID person, JsonNode passage) {
        assertThat(somebody.get(copy(person) + "/rereading").status()).isEqualTo(403);
        assertThat(somebody.get(copy(person)).status()).isEqualTo(403);
        assertThat(somebody.put(mask(person, UUID.randomUUID()), decision(passage, "Canari"))
                        .status())
                .isEqualTo(403);
        assertThat(somebody.delete(mask(person, UUID.randomUUID())).status()).isEqualTo(403);
        assertThat(somebody.post(
                                copy(person) + "/confirmation",
                                Map.of("fingerprint", "0".repeat(64), "decisions", List.of()))
                        .status())
                .isEqualTo(403);
    }

    private UUID written(String text) {
        var person = register("Relu", "Renaud");
        var answer = worker().post(
                        "/api/cases/files/" + openFile(person) + "/contacts",
                        Map.of("date", "2026-01-05", "text", text));
        assertThat(answer.status()).isEqualTo(201);
        return person;
    }

    private JsonNode preview(UUID person) {
        var preview = worker().get(copy(person) + "/rereading");
        assertThat(preview.status()).as(preview.response().body()).isEqualTo(200);
        return preview.body();
    }

    private JsonNode passage(UUID person, String part) {
        return preview(person)
                .get("passages")
                .valueStream()
                .filter(passage -> passage.get("text").asString().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer confirm(UUID person) {
        var preview = preview(person);
        return confirm(
                person,
                preview.get("fingerprint").asString(),
                preview.get("decisions").valueStream().map(JsonNode::asString).toList());
    }

    private Api.Answer confirm(UUID person, String fingerprint, List<String> decisions) {
        return worker().post(
                        copy(person) + "/confirmation", Map.of("fingerprint", fingerprint, "decisions", decisions));
    }

    private int mask(UUID person, JsonNode passage, String hidden) {
        return mask(person, passage, hidden, UUID.randomUUID()).status();
    }

    private Api.Answer mask(UUID person, JsonNode passage, String hidden, UUID mask) {
        return worker().put(mask(person, mask), decision(passage, hidden));
    }

    private void put(UUID person, JsonNode passage, int start, int end) {
        var body = new HashMap<String, Object>(decision(passage, ""));
        body.put("start", start);
        body.put("end", end);
        assertThat(worker().put(mask(person, UUID.randomUUID()), body).status()).isEqualTo(204);
    }

    private int with(UUID person, Map<String, Object> sound, String member, Object value) {
        var body = new HashMap<>(sound);
        body.put(member, value);
        return worker().put(mask(person, UUID.randomUUID()), body).status();
    }

    private static Map<String, Object> decision(JsonNode passage, String hidden) {
        var start = passage.get("text").asString().indexOf(hidden);
        return Map.of(
                "place",
                passage.get("place").asString(),
                "digest",
                passage.get("digest").asString(),
                "start",
                start,
                "end",
                start + hidden.length(),
                "reason",
                REASON);
    }

    private static String cut(JsonNode passage, JsonNode range) {
        return passage.get("text")
                .asString()
                .substring(range.get("start").asInt(), range.get("end").asInt());
    }

    private static Map<String, ?> codes(UUID contact, String code) {
        return Map.of("codingId", contact, "codes", List.of(code));
    }

    private static String textOf(byte[] document) throws Exception {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String copy(UUID person) {
        return "/api/cases/persons/" + person + "/copy";
    }

    private static String mask(UUID person, UUID mask) {
        return copy(person) + "/decisions/" + mask;
    }
}
