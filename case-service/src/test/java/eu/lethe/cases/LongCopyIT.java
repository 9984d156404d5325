package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** However much was written about a person, they get their copy: in parts, each reread, all of it once. */
class LongCopyIT extends RunningCaseService {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    /** Of two bytes each: sealed, some 200 KB. */
    private static final String LONG = "é ".repeat(49_900).strip();

    private UUID person = new UUID(0, 0);
    private UUID file = new UUID(0, 0);

    @BeforeEach
    void open() {
        person = register(Map.of("familyName", "Longue", "givenName", "Lucie", "address", "chez Canari-adresse"));
        file = openFile(person);
    }

    @Test
    void a_file_of_more_than_eight_megabytes_has_its_copy_in_parts_and_each_contact_is_in_one_of_them()
            throws Exception {
        var contacts = new ArrayList<UUID>();
        for (var nth = 0; nth < 44; nth++) {
            contacts.add(write(DAY.plusDays(nth / 2), "Canari-" + nth + "- " + LONG));
        }
        var corrected = contacts.get(3);
        assertThat(worker().put(
                                "/api/cases/files/" + file + "/contacts/" + corrected,
                                Map.of(
                                        "revisionId",
                                        corrected,
                                        "date",
                                        DAY.plusDays(1).toString(),
                                        "text",
                                        "Canari-après",
                                        "reason",
                                        "typing-error"))
                        .status())
                .isEqualTo(200);
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/contacts/" + contacts.getLast() + "/withdrawal",
                                Map.of("reason", "recorded-in-error", "reasonText", "Doublon"))
                        .status())
                .isBetween(200, 204);

        var parts = preview(1, null).get("parts");
        var division = parts.get("division").asString();
        var count = parts.get("items").size();
        assertThat(count).isGreaterThan(4);
        assertThat(parts.get("number").asInt()).isEqualTo(1);
        assertThat(parts.get("items"))
                .allSatisfy(one -> assertThat(one.get("confirmed").isNull()).isTrue());
        for (var part = 1; part <= count; part++) {
            assertThat(worker().get(copy(part, division)).text("type")).endsWith("copy-not-reread");
            assertThat(confirm(part, division).status()).isEqualTo(200);
            if (part < count) {
                assertThat(worker().get(copy(part, division)).text("type")).endsWith("copy-parts-not-reread");
            }
        }

        var told = new ArrayList<JsonNode>();
        for (var part = 1; part <= count; part++) {
            var data = worker().get(copy(part, division));
            assertThat(data.status()).isEqualTo(200);
            assertThat(data.body().at("/part/number").asInt()).isEqualTo(part);
            assertThat(data.body().at("/part/of").asInt()).isEqualTo(count);
            assertThat(data.body().at("/person/familyName").asString()).isEqualTo("Longue");
            assertThat(data.body().at("/person/address").isNull()).isEqualTo(part > 1);
            assertThat(data.body().get("readers").isEmpty()).isEqualTo(part > 1);
            assertThat(data.body().get("file").isNull()).isEqualTo(part > 1);
            var here = data.body().get("contacts");
            assertThat(here.get(0).get("date").asString())
                    .isEqualTo(data.body().at("/part/from").asString());
            assertThat(here.get(here.size() - 1).get("date").asString())
                    .isEqualTo(data.body().at("/part/to").asString());
            here.forEach(told::add);
        }
        assertThat(told.stream().map(one -> UUID.fromString(one.get("contactId").asString())))
                .containsExactlyInAnyOrderElementsOf(contacts);
        assertThat(told.stream().map(one -> one.get("date").asString())).isSorted();
        var all = told.toString();
        for (var nth = 0; nth < 44; nth++) {
            assertThat(all).contains("Canari-" + nth + "-");
        }
        assertThat(all).contains("Canari-après");
        assertThat(told.getLast().get("withdrawn").isNull()).isFalse();

        var first = textOf(worker().bytes(copy(1, division), "application/pdf"));
        var last = textOf(worker().bytes(copy(count, division), "application/pdf"));
        assertThat(first)
                .contains("Partie 1 sur " + count, "Canari-0-", "Canari-adresse", "Évaluations sociales")
                .contains("6 janvier 2025", division.substring(0, 8));
        assertThat(last)
                .contains("Partie " + count + " sur " + count, "Canari-43-", "Longue")
                .doesNotContain("Canari-adresse")
                .doesNotContain("Évaluations sociales");
    }

    @Test
    void what_is_recorded_corrected_or_taken_back_in_between_divides_anew_and_what_did_not_change_stays_reread() {
        var contacts = new ArrayList<UUID>();
        for (var nth = 0; nth < 20; nth++) {
            contacts.add(write(DAY.plusDays(nth), "Canari-" + nth + "- " + LONG));
        }
        var division = division();
        var count = preview(1, null).at("/parts/items").size();
        for (var part = 1; part <= count; part++) {
            assertThat(confirm(part, division).status()).isEqualTo(200);
        }

        write(DAY.plusYears(1), "Ajouté depuis.");

        assertThat(worker().get(copy(1, division)).status()).isEqualTo(409);
        assertThat(worker().get(copy(1, division)).text("type")).endsWith("copy-divided-anew");
        assertThat(worker().inEnglish().get(copy(1, division)).text("detail")).contains("stays reread");
        assertThat(worker().get(rereading(1, division)).text("type")).endsWith("copy-divided-anew");
        assertThat(confirm(1, division, "0".repeat(64), List.of()).text("type")).endsWith("copy-divided-anew");
        var anew = preview(1, null).get("parts");
        assertThat(anew.at("/items/0/confirmed/current").asBoolean()).isTrue();
        assertThat(anew.get("items").get(count - 1).get("confirmed").isNull()).isTrue();
        var second = anew.get("division").asString();
        assertThat(worker().get(copy(1, second)).text("type")).endsWith("copy-parts-not-reread");
        assertThat(confirm(count, second).status()).isEqualTo(200);
        assertThat(worker().get(copy(1, second)).status()).isEqualTo(200);

        assertThat(worker().put(
                                "/api/cases/files/" + file + "/contacts/" + contacts.getLast(),
                                Map.of(
                                        "revisionId",
                                        contacts.getLast(),
                                        "date",
                                        DAY.plusDays(19).toString(),
                                        "text",
                                        "Autrement.",
                                        "reason",
                                        "typing-error"))
                        .status())
                .isEqualTo(200);
        assertThat(worker().get(copy(count, second)).text("type")).endsWith("copy-divided-anew");
        var third = division();
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/contacts/" + contacts.getFirst() + "/withdrawal",
                                Map.of("reason", "recorded-in-error", "reasonText", "Doublon"))
                        .status())
                .isBetween(200, 204);
        assertThat(worker().get(copy(1, third)).text("type")).endsWith("copy-divided-anew");
    }

    @Test
    void what_is_masked_in_a_part_is_of_that_part_and_makes_no_other_stale() {
        for (var nth = 0; nth < 12; nth++) {
            write(DAY.plusDays(nth), "Canari-" + nth + "- " + LONG);
        }
        var division = division();
        assertThat(preview(1, null).at("/parts/items").size()).isEqualTo(2);
        assertThat(confirm(1, division).status()).isEqualTo(200);
        assertThat(confirm(2, division).status()).isEqualTo(200);
        var passage = preview(2, division)
                .get("passages")
                .valueStream()
                .filter(one -> one.get("text").asString().contains("Canari-11-"))
                .findFirst()
                .orElseThrow();

        assertThat(mask(passage, "Canari-11-").status()).isEqualTo(204);

        var read = preview(1, division);
        assertThat(read.at("/confirmed/current").asBoolean()).isTrue();
        assertThat(read.get("decisions").isEmpty()).isTrue();
        assertThat(read.at("/parts/items/0/confirmed/current").asBoolean()).isTrue();
        assertThat(read.at("/parts/items/1/confirmed/current").asBoolean()).isFalse();
        assertThat(worker().get(copy(2, division)).text("type")).endsWith("copy-changed");
        assertThat(worker().get(copy(1, division)).text("type")).endsWith("copy-parts-not-reread");
        assertThat(confirm(2, division).status()).isEqualTo(200);
        var printed = worker().get(copy(2, division));
        assertThat(printed.response().body()).doesNotContain("Canari-11-").contains("passage occulté");
        amendAddress();
        assertThat(worker().get(copy(1, division)).text("type")).endsWith("copy-changed");
        assertThat(worker().get(copy(2, division)).status()).isEqualTo(200);
        write(DAY.plusDays(12), "Ajouté depuis.");
        assertThat(preview(2, division()).get("decisions").size()).isEqualTo(1);
    }

    @Test
    void a_part_that_is_none_and_somebody_who_may_not_read_are_refused_with_words() {
        for (var nth = 0; nth < 12; nth++) {
            write(DAY.plusDays(nth), LONG);
        }
        var division = division();

        for (var path : List.of(copyPath(), copyPath() + "/rereading")) {
            assertThat(worker().get(path + "?part=0&division=" + division).status())
                    .isEqualTo(400);
            assertThat(worker().get(path + "?part=x&division=" + division).status())
                    .isEqualTo(400);
            assertThat(worker().get(path + "?part=-1").status()).isEqualTo(400);
            assertThat(worker().get(path + "?part=1").status()).isEqualTo(400);
            assertThat(worker().get(path + "?division=" + division).status()).isEqualTo(400);
            assertThat(worker().get(path + "?part=99&division=" + division).status())
                    .isEqualTo(404);
            assertThat(worker().get(path + "?part=1&division=" + "0".repeat(64)).status())
                    .isEqualTo(409);
        }
        var whole = worker().get(copyPath());
        assertThat(whole.status()).isEqualTo(422);
        assertThat(whole.text("type")).isEqualTo("urn:lethe:problem:copy-in-parts");
        assertThat(worker().getAs(copyPath(), "application/pdf").status()).isEqualTo(422);
        assertThat(worker().post(
                                copyPath() + "/confirmation",
                                Map.of("fingerprint", "0".repeat(64), "decisions", List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(worker().get(copyPath() + "?part=99&division=" + division).text("title"))
                .isEqualTo("Cette partie n’existe pas");
        assertThat(worker().inEnglish()
                        .get(copyPath() + "?part=0&division=" + division)
                        .text("detail"))
                .contains("from 1 on");
        for (var other : List.of(lead(), north(), as("auditor", "centre"), as("dpo", "centre"))) {
            assertRefused(other, division);
        }
    }

    @Test
    void a_copy_that_is_all_in_one_says_nothing_of_parts() {
        write(DAY, "Loyer impayé.");

        var read = worker().get(copyPath() + "/rereading").body();
        reread(person);

        assertThat(read.get("parts").isNull()).isTrue();
        assertThat(worker().get(copyPath()).body().get("part").isNull()).isTrue();
        assertThat(worker().get(copyPath() + "?part=2").status()).isEqualTo(404);
    }

    private void assertRefused(Api somebody, String division) {
        assertThat(somebody.get(copy(1, division)).status()).isEqualTo(403);
        assertThat(somebody.get(rereading(1, division)).status()).isEqualTo(403);
        assertThat(somebody.post(
                                copyPath() + "/confirmation?part=1&division=" + division,
                                Map.of("fingerprint", "0".repeat(64), "decisions", List.of()))
                        .status())
                .isEqualTo(403);
    }

    private UUID write(LocalDate date, String text) {
        var answer =
                worker().post("/api/cases/files/" + file + "/contacts", Map.of("date", date.toString(), "text", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.id("contactId");
    }

    private void amendAddress() {
        assertThat(amend(worker(), person, "Longue", Map.of("givenName", "Lucie", "address", "ailleurs"))
                        .status())
                .isEqualTo(200);
    }

    private String division() {
        return preview(1, null).at("/parts/division").asString();
    }

    private JsonNode preview(int part, @Nullable String division) {
        var path = division == null ? copyPath() + "/rereading" : rereading(part, division);
        var preview = worker().get(path);
        assertThat(preview.status()).as(path).isEqualTo(200);
        return preview.body();
    }

    private Api.Answer confirm(int part, String division) {
        var preview = preview(part, division);
        return confirm(
                part,
                division,
                preview.get("fingerprint").asString(),
                preview.get("decisions").valueStream().map(JsonNode::asString).toList());
    }

    private Api.Answer confirm(int part, String division, String fingerprint, List<String> decisions) {
        return worker().post(
                        copyPath() + "/confirmation?part=" + part + "&division=" + division,
                        Map.of("fingerprint", fingerprint, "decisions", decisions));
    }

    private Api.Answer mask(JsonNode passage, String hidden) {
        var start = passage.get("text").asString().indexOf(hidden);
        var decision = new HashMap<String, Object>();
        decision.put("place", passage.get("place").asString());
        decision.put("digest", passage.get("digest").asString());
        decision.put("start", start);
        decision.put("end", start + hidden.length());
        decision.put("reason", "private-life");
        return worker().put(copyPath() + "/decisions/" + UUID.randomUUID(), decision);
    }

    private static String textOf(byte[] document) throws Exception {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private String copyPath() {
        return "/api/cases/persons/" + person + "/copy";
    }

    private String copy(int part, String division) {
        return copyPath() + "?part=" + part + "&division=" + division;
    }

    private String rereading(int part, String division) {
        return copyPath() + "/rereading?part=" + part + "&division=" + division;
    }
}
