package eu.lethe.cases.contact.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingPdfTest {

    private static final String HEAD = "%PDF-1.7\n";
    private static final String PAGE = "3 0 obj\n<< /Type /Page >>\nendobj\n";
    private static final String TRAILER = "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";

    private enum Written {
        PLAIN,
        PACKED
    }

    @Test
    void a_document_with_a_page_is_taken_however_it_is_written() throws IOException {
        accepted(document(1, Written.PLAIN));
        accepted(document(300, Written.PACKED));
    }

    @Test
    void a_document_without_a_page_is_refused_however_it_is_written() throws IOException {
        refused(document(0, Written.PLAIN), "attachment-no-page");
        refused(document(0, Written.PACKED), "attachment-no-page");
    }

    @Test
    void what_has_but_the_beginning_of_a_pdf_has_no_page() {
        refused(HEAD, "attachment-no-page");
        refused(HEAD + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + TRAILER, "attachment-no-page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%/Type/Page\n",
                "1 0 obj\n(/Type/Page \\) (nested) /Type /Page)\nendobj\n",
                "1 0 obj\n<< /Length 12 >>\nstream\n /Type /Page \nendstream\nendobj\n"
            })
    void words_of_a_page_in_a_comment_a_text_or_a_picture_are_none(String words) {
        refused(HEAD + words + TRAILER, "attachment-no-page");
        accepted(HEAD + words + PAGE + TRAILER);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void whoever_would_be_asked_for_a_password_finds_it_refused(int keyLength) throws IOException {
        refused(encrypted("sésame", keyLength, Written.PLAIN), "attachment-password");
        refused(encrypted("sésame", keyLength, Written.PACKED), "attachment-password");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void what_is_encrypted_only_so_that_nobody_alters_it_is_taken(int keyLength) throws IOException {
        accepted(encrypted("", keyLength, Written.PLAIN));
        accepted(encrypted("", keyLength, Written.PACKED));
    }

    @Test
    void an_encryption_is_found_under_an_escaped_name_too() throws IOException {
        var document = new String(encrypted("sésame", 128, Written.PLAIN), StandardCharsets.ISO_8859_1);

        refused(document.replace("/Encrypt", "/#45ncrypt"), "attachment-password");
    }

    @Test
    void an_encryption_that_nobody_knows_is_as_good_as_a_password() {
        refused(HEAD + PAGE + "trailer\n<< /Encrypt 9 0 R >>\n", "attachment-password");
        refused(HEAD + PAGE + "trailer\n<< /Encrypt << /Filter /Mine >> >>\n", "attachment-password");
        refused(
                HEAD + PAGE + "trailer\n<< /Encrypt << /Filter /Standard /O " + "[".repeat(15_000) + " >> >>\n",
                "attachment-password");
    }

    @Test
    void what_unpacks_to_gigabytes_is_neither_unpacked_nor_kept() throws IOException {
        var bomb = new ByteArrayOutputStream();
        bomb.write((HEAD + "1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        var zeros = new byte[1024 * 1024];
        var deflating = new DeflaterOutputStream(bomb);
        for (var megabyte = 0; megabyte < 1_000; megabyte++) {
            deflating.write(zeros);
        }
        deflating.finish();
        bomb.write(("\nendstream\nendobj\n" + TRAILER).getBytes(StandardCharsets.ISO_8859_1));

        accepted(bomb.toByteArray());
    }

    @Test
    void a_parenthesis_that_nobody_closes_does_not_hide_the_rest() {
        accepted(HEAD + "1 0 obj\n(" + "x".repeat(70_000) + "\nendobj\n" + PAGE + TRAILER);
    }

    private static void accepted(String document) {
        accepted(document.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void accepted(byte[] document) {
        assertThatCode(() -> passed(document).require()).doesNotThrowAnyException();
    }

    private static void refused(String document, String code) {
        refused(document.getBytes(StandardCharsets.ISO_8859_1), code);
    }

    private static void refused(byte[] document, String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> passed(document).require())
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.status().value()).isEqualTo(422);
                });
    }

    /** In pieces of a length that falls everywhere. */
    private static PassingPdf passed(byte[] document) {
        var pdf = new PassingPdf();
        for (var at = 0; at < document.length; at += 37) {
            pdf.next(document, at, Math.min(37, document.length - at));
        }
        return pdf;
    }

    private static byte[] document(int pages, Written written) throws IOException {
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            return bytes(document, written);
        }
    }

    private static byte[] encrypted(String password, int keyLength, Written written) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(keyLength);
            document.protect(policy);
            return bytes(document, written);
        }
    }

    private static byte[] bytes(PDDocument document, Written written) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(
                bytes,
                written == Written.PLAIN ? CompressParameters.NO_COMPRESSION : CompressParameters.DEFAULT_COMPRESSION);
        return bytes.toByteArray();
    }
}
