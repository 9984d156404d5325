package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.RunningCaseService;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CopyIT extends RunningCaseService {

    @Test
    void a_copy_tells_everything_about_the_person_and_nobody_elses_name() {
        var other = register("Nomdautrui", "Oscar");
        var person = lived(other);

        var copy = worker().get(path(person));

        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.body().get("person").get("familyName").asString()).isEqualTo("Copie");
        assertThat(copy.body().get("contacts").get(0).get("text").asString()).isEqualTo("Loyer impayé.");
        assertThat(copy.body().get("contacts").get(0).get("codes").get(0).asString())
                .isNotEqualTo("P03.4");
        assertThat(copy.body()
                        .get("referrals")
                        .get(0)
                        .get("compartments")
                        .get(0)
                        .asString())
                .isEqualTo("identity");
        assertThat(copy.body().get("consents").get(0).get("purpose").asString()).isEqualTo("partner-referral");
        assertThat(copy.response().body()).doesNotContain("Nomdautrui");
    }

    @Test
    void it_says_with_how_many_others_the_person_lives_and_which_documents_there_are_and_where() {
        var other = register("Nomdautrui", "Odile");
        var person = register("Copie", "Colocataire");
        var file = openFile(person);
        var contact = record(file, "Bail remis.");
        assertThat(worker().post(
                                "/api/cases/persons/" + other + "/household/members",
                                Map.of("personId", person, "relation", "petite-fille", "since", "2020-09-01"))
                        .status())
                .isEqualTo(201);
        worker().attach(
                        "/api/cases/files/" + file + "/contacts/" + contact + "/attachments",
                        "bail.pdf",
                        Documents.pdf(1_000));

        var copy = worker().get(path(person)).body();

        var household = copy.at("/households/0");
        assertThat(household.get("since").asString()).isEqualTo("2020-09-01");
        assertThat(household.get("relation").asString()).isEqualTo("petite-fille");
        assertThat(household.get("others").asInt()).isEqualTo(1);
        assertThat(copy.toString()).doesNotContain("Nomdautrui");
        var document = copy.at("/contacts/0/documents/0");
        assertThat(document.get("name").asString()).isEqualTo("bail.pdf");
        assertThat(document.get("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(worker().document(document.get("address").asString()).body()).isEqualTo(Documents.pdf(1_000));
    }

    @Test
    void it_holds_what_another_record_of_the_person_holds_and_that_one_makes_no_copy_of_its_own() throws Exception {
        var person = register("Copie", "Unique");
        record(openFile(person), "Premier entretien.");
        var duplicate = register("Kopie", "Unique");
        record(openFile(duplicate), "Second entretien.");
        var merged = worker().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", duplicate));
        assertThat(merged.status()).isEqualTo(201);

        var copy = worker().get(path(person));

        assertThat(copy.body().at("/otherRecords/0/familyName").asString()).isEqualTo("Kopie");
        assertThat(copy.body().get("contacts").size()).isEqualTo(2);
        assertThat(worker().get("/api/cases/persons/" + duplicate + "/copy").text("type"))
                .endsWith("merged");
        assertThat(textOf(worker().bytes(path(person), "application/pdf"))).contains("Second entretien.");
    }

    @Test
    void it_prints_where_and_how_what_was_written_before_and_why_not_any_more_and_what_was_taken_out_and_is_kept()
            throws Exception {
        var person = register("Copie", "Entière");
        CONSENTS.consent(person);
        var file = openFile(person);
        var contacts = "/api/cases/files/" + file + "/contacts";
        var contact = worker().post(
                        contacts,
                        Map.of("date", "2026-01-05", "text", "Canari-avant", "means", "visit", "place", "Canari-lieu"))
                .body()
                .get("contactId")
                .asString();
        var corrected = worker().put(
                        contacts + "/" + contact,
                        Map.of(
                                "revisionId",
                                contact,
                                "date",
                                "2026-01-05",
                                "text",
                                "Canari-après",
                                "reason",
                                "wrong-fact",
                                "reasonText",
                                "Canari-motif"));
        assertThat(corrected.status()).isEqualTo(200);
        var taken = record(file, "Canari-retiré");
        assertThat(worker().post(
                                contacts + "/" + taken + "/withdrawal",
                                Map.of("reason", "recorded-in-error", "reasonText", "Doublon"))
                        .status())
                .isBetween(200, 204);

        var words = textOf(worker().bytes(path(person), "application/pdf")).replaceAll("\\s+", " ");

        assertThat(words)
                .contains(
                        "Canari-avant",
                        "Canari-après",
                        "Canari-motif",
                        "fait inexact",
                        "Visite à domicile, Canari-lieu")
                .contains("Canari-retiré", "Ce contact a été retiré du dossier le")
                .contains("de vive voix, français, Canari-note")
                .contains("relevé complet");
    }

    @Test
    void who_made_the_copy_is_among_those_who_read() {
        var person = lived(register("Autre", "Otto"));
        worker().get(path(person));

        assertThat(worker().get(path(person)).body().get("readers").valueStream())
                .anySatisfy(reading -> {
                    assertThat(reading.get("reason").asString()).isEqualTo("export");
                    assertThat(reading.get("reader").asString()).isEqualTo("Claire Morel");
                });
    }

    @Test
    void somebody_elses_file_that_mentions_the_person_is_told_by_its_day_only() {
        var mentioned = register("Cité", "Cléo");
        var file = openFile(register("Tiers", "Tom"));
        var recorded = worker().post(
                        "/api/cases/files/" + file + "/contacts",
                        Map.of("date", "2026-01-05", "text", "Canari-Tiers", "persons", List.of(mentioned)));
        assertThat(recorded.status()).isEqualTo(201);

        var copy = worker().get(path(mentioned));

        assertThat(copy.body().get("mentionedOn").get(0).asString()).isEqualTo("2026-01-05");
        assertThat(copy.response().body()).doesNotContain("Canari-Tiers").doesNotContain("Tiers\"");
    }

    @Test
    void the_document_is_accessible_and_in_the_readers_language() throws Exception {
        var person = lived(register("Autre", "Olga"));

        var french = worker().bytes(path(person), "application/pdf");
        var english = worker().inEnglish().bytes(path(person), "application/pdf");

        assertThat(complaints(french)).isEmpty();
        assertThat(textOf(french))
                .contains("Copie de vos données")
                .contains("Loyer impayé.")
                .contains("une autre personne")
                .contains("bail.pdf (PDF, 1 ko, joint le");
        assertThat(textOf(english))
                .contains("A copy of your data")
                .contains("Who read your data")
                .contains("one other person");
    }

    @Test
    void the_consents_are_asked_for_as_the_worker() {
        worker().get(path(register("Relais", "Renée")));

        assertThat(CONSENTS.tokens()).allMatch(token -> token.startsWith("Bearer ey"));
    }

    @Test
    void a_copy_without_the_consents_would_be_wrong_and_is_not_made() {
        var address = path(register("Incomplet", "Ivo"));
        CONSENTS.goAway();

        assertThat(worker().get(address).text("type")).isEqualTo("urn:lethe:problem:consents-unavailable");
    }

    @Test
    void another_unit_makes_no_copy() {
        assertThat(as("worker", "north").get(path(register("Centre", "Seul"))).status())
                .isEqualTo(403);
    }

    private UUID lived(UUID other) {
        var person = register("Copie", "Camille");
        CONSENTS.consent(person);
        var file = openFile(person);
        var contact = record(file, "Loyer impayé.", "P03.4");
        worker().attach(
                        "/api/cases/files/" + file + "/contacts/" + contact + "/attachments",
                        "bail.pdf",
                        Documents.pdf(1_000));
        worker().post("/api/cases/persons/" + person + "/household/members", Map.of("personId", other));
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/contacts",
                                Map.of("date", "2025-01-05", "text", "Vu à deux.", "persons", List.of(other)))
                        .status())
                .isEqualTo(201);
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/assessments",
                                Map.of(
                                        "date",
                                        "2026-01-05",
                                        "sections",
                                        List.of(Map.of("heading", "Logement", "text", "Loyer à jour.")),
                                        "goals",
                                        List.of(Map.of("text", "Permis"))))
                        .status())
                .isEqualTo(201);
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/referrals",
                                Map.of(
                                        "recipient",
                                        "partners",
                                        "partner",
                                        "Association Toit",
                                        "compartments",
                                        List.of("identity"),
                                        "text",
                                        "Merci de la recevoir.",
                                        "date",
                                        "2026-01-05",
                                        "followUpOn",
                                        "2030-01-15"))
                        .status())
                .isEqualTo(201);
        return person;
    }

    private static String textOf(byte[] document) throws Exception {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static List<String> complaints(byte[] document) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failed -> failed.getRuleId().getClause() + ": " + failed.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /** Of a copy that was reread. */
    private String path(UUID person) {
        reread(person);
        return "/api/cases/persons/" + person + "/copy";
    }
}
