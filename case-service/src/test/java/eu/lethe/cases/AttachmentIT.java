package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AttachmentIT extends RunningCaseService {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String CANARY = "Canari-Pdf-Zyxwv";

    @Autowired
    private JdbcClient database;

    private final Place here = new Place();

    @Test
    void a_document_is_read_back_byte_for_byte_under_its_own_name() {
        var place = here.open("Jointe", "Jade");
        var pdf = Documents.pdf(300_000);

        var added = worker().attach(place.attachments(), "Quittance%20de%20f%C3%A9vrier.pdf", pdf);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("mediaType")).isEqualTo("application/pdf");
        assertThat(added.body().get("size").asInt()).isEqualTo(300_000);
        var shown = file(place.file)
                .body()
                .get("contacts")
                .get(0)
                .get("attachments")
                .get(0);
        assertThat(shown.get("name").asString()).isEqualTo("Quittance de février.pdf");
        var document = worker().document(place.attachments() + "/" + added.text("attachmentId"));
        assertThat(document.body()).isEqualTo(pdf);
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("f%C3%A9vrier");
        assertThat(document.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(document.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void images_are_known_by_their_content() {
        var place = here.open("Image", "Iris");

        assertThat(worker().attach(place.attachments(), "photo", bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0))
                        .text("mediaType"))
                .isEqualTo("image/png");
        assertThat(worker().attach(
                                place.attachments(),
                                "photo.exe",
                                bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0))
                        .text("mediaType"))
                .isEqualTo("image/jpeg");
        assertThat(worker().attach(
                                place.attachments(),
                                "photo",
                                bytes('R', 'I', 'F', 'F', 4, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' '))
                        .text("mediaType"))
                .isEqualTo("image/webp");
    }

    @Test
    void what_only_calls_itself_a_pdf_is_refused_and_nothing_is_kept() {
        var place = here.open("Menteur", "Milo");

        var answer = worker().attach(
                        place.attachments(),
                        "contrat.pdf",
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:attachment-type");
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void a_document_is_saved_as_what_it_is_whatever_it_was_called() {
        var place = here.open("Facture", "Flora");

        var added = worker().attach(place.attachments(), "facture%E2%80%AE.pdf.hta", Documents.pdf(1_000));

        var document = worker().document(place.attachments() + "/" + added.text("attachmentId"));
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"facture.pdf.hta.pdf\"; filename*=UTF-8''facture.pdf.hta.pdf");
        assertThat(file(place.file).response().body())
                .contains("facture.pdf.hta.pdf")
                .doesNotContain("facture.pdf.hta\"");
    }

    @Test
    void what_has_something_else_before_its_signature_is_refused() {
        var place = here.open("Devant", "Diane");

        var answer = worker().attach(
                        place.attachments(),
                        "a.pdf",
                        "<script>alert(1)</script>\n%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void a_pdf_that_asks_for_a_password_is_refused_with_words_and_nothing_is_kept() {
        var place = here.open("Verrou", "Victor");

        var answer = worker().attach(place.attachments(), "a.pdf", Documents.pdf(1, "sésame"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:attachment-password");
        assertThat(answer.text("detail")).contains("mot de passe");
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void a_pdf_without_a_page_is_refused_with_words_and_nothing_is_kept() {
        var place = here.open("Vide", "Violette");

        var answer = worker().attach(place.attachments(), "a.pdf", Documents.pdf(0, ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:attachment-no-page");
        assertThat(answer.text("detail")).contains("aucune page");
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void a_name_that_nobody_sees_is_none() {
        assertThat(worker().attach(here.open("Sansnom", "Ida").attachments(), "%E2%80%8B%C2%A0", Documents.pdf(1_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothing_at_all_is_refused() {
        assertThat(worker().attach(here.open("Vide", "Valère").attachments(), "rien.pdf", new byte[0])
                        .status())
                .isEqualTo(415);
    }

    @Test
    void twenty_megabytes_are_taken() {
        var place = here.open("Juste", "Judith");

        assertThat(worker().attach(place.attachments(), "gros.pdf", Documents.pdf(LARGEST))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void one_byte_more_is_refused_and_nothing_is_kept() {
        var place = here.open("Trop", "Théo");

        var answer = worker().attach(place.attachments(), "trop.pdf", Documents.pdf(LARGEST + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:attachment-too-large");
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void too_much_is_noticed_while_it_streams_in_too() {
        var place = here.open("Flot", "Flavie");

        var answer = worker().attach(
                        place.attachments(),
                        "flot.pdf",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Documents.pdf(LARGEST + 1))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(contentsOf(place.file)).isZero();
    }

    @Test
    void a_name_that_is_none_is_refused() {
        var attachments = here.open("Nom", "Noé").attachments();

        assertThat(List.of(
                        worker().attach(attachments, "%20", Documents.pdf(1_000))
                                .status(),
                        worker().attach(attachments, "%ZZ", Documents.pdf(1_000))
                                .status(),
                        worker().attach(attachments, "a%0Ab.pdf", Documents.pdf(1_000))
                                .status(),
                        worker().attach(attachments, "%FF%FE.pdf", Documents.pdf(1_000))
                                .status()))
                .containsOnly(400);
    }

    @Test
    void nothing_of_a_document_is_in_clear_in_the_database() {
        var place = here.open("Scellée", "Sonia");
        var pdf = Documents.pdf(5_000);
        System.arraycopy(CANARY.getBytes(StandardCharsets.UTF_8), 0, pdf, 2_000, CANARY.length());

        worker().attach(place.attachments(), CANARY + ".pdf", pdf);

        var rows = database.sql("""
                        select encode(content, 'escape') from attachment_chunk
                        union all select details from attachment
                        union all select convert_from(payload, 'UTF8') from domain_event""").query(String.class).list();
        assertThat(rows).noneMatch(row -> row.contains(CANARY));
    }

    @Test
    void a_document_taken_out_is_gone() {
        var place = here.open("Retirée", "Rosa");
        var added = worker().attach(place.attachments(), "a.pdf", Documents.pdf(1_000));
        var address = place.attachments() + "/" + added.text("attachmentId");

        assertThat(worker().delete(address).status()).isEqualTo(204);

        assertThat(worker().get(address).status()).isEqualTo(404);
        assertThat(contentsOf(place.file)).isZero();
        assertThat(file(place.file)
                        .body()
                        .get("contacts")
                        .get(0)
                        .get("attachments")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void documents_come_along_when_a_contact_is_filed_under_the_right_person() {
        var wrong = here.open("Erreur", "Edgar");
        var rightPerson = register("Bonne", "Berthe");
        var right = openFile(rightPerson);
        var pdf = Documents.pdf(200_000);
        worker().attach(wrong.attachments(), "a.pdf", pdf);

        var moved = worker().post(
                        "/api/cases/files/" + wrong.file + "/contacts/" + wrong.contact + "/withdrawal",
                        Map.of("reason", "wrong-person", "toFileId", right));

        var attachment =
                file(right).body().get("contacts").get(0).get("attachments").get(0);
        var document = worker().document("/api/cases/files/" + right + "/contacts/" + moved.text("contactId")
                + "/attachments/" + attachment.get("attachmentId").asString());
        assertThat(document.body()).isEqualTo(pdf);
        assertThat(contentsOf(wrong.file)).isZero();
        assertThat(database.sql("select key_id from attachment_content where file_id = ?")
                        .param(right)
                        .query(String.class)
                        .single())
                .startsWith(rightPerson.toString());
    }

    @Test
    void documents_go_with_the_person() {
        var place = here.open("Oubliée", "Odile");
        worker().attach(place.attachments(), "a.pdf", Documents.pdf(1_000));
        var keys = RETENTION
                .keys()
                .remove(
                        place.person,
                        List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH));

        Topic.publish(
                new KeysRemoved(UUID.randomUUID(), place.person, keys, true, LocalDate.of(2028, 3, 4), Instant.now()));

        await().atMost(SOON).until(() -> file(place.file).status() == 410);
        await().atMost(SOON).until(() -> contentsOf(place.file) == 0);
    }

    @Test
    void who_may_not_read_the_file_has_none_of_its_documents() {
        var place = here.open("Fermée", "Fanny");
        var added = worker().attach(place.attachments(), "a.pdf", Documents.pdf(1_000));
        var north = as("worker", "north");

        assertThat(List.of(
                        north.get(place.attachments() + "/" + added.text("attachmentId"))
                                .status(),
                        north.delete(place.attachments() + "/" + added.text("attachmentId"))
                                .status(),
                        north.attach(place.attachments(), "b.pdf", Documents.pdf(1_000))
                                .status()))
                .containsOnly(403);
    }

    private int contentsOf(UUID file) {
        return database.sql("select count(*) from attachment_content where file_id = ?")
                .param(file)
                .query(Integer.class)
                .single();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    /** A person's file with one contact. */
    private final class Place {

        private UUID person = new UUID(0, 0);
        private UUID file = new UUID(0, 0);
        private UUID contact = new UUID(0, 0);

        Place open(String familyName, String givenName) {
            person = register(familyName, givenName);
            file = openFile(person);
            contact = record(file, "Avec une pièce.");
            return this;
        }

        String attachments() {
            return "/api/cases/files/" + file + "/contacts/" + contact + "/attachments";
        }
    }
}
