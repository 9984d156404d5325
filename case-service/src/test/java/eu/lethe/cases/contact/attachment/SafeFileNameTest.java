package eu.lethe.cases.contact.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document is saved as what it is, under a name that every computer takes and nobody misreads. */
class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "Quittance de février.pdf, application/pdf, Quittance de février.pdf",
        "facture.pdf.hta, application/pdf, facture.pdf.hta.pdf",
        "facture.PDF, application/pdf, facture.PDF",
        "photo, image/png, photo.png",
        "photo.exe, image/jpeg, photo.exe.jpg",
        "photo.jpeg, image/jpeg, photo.jpeg",
        "facture.pdf, image/webp, facture.pdf.webp",
        "facture.pdf. . ., application/pdf, facture.pdf",
        ".htaccess, application/pdf, htaccess.pdf",
        "..., application/pdf, document.pdf",
        "CON, application/pdf, _CON.pdf",
        "nul.pdf, application/pdf, _nul.pdf",
        "Lpt1.tar.pdf, application/pdf, _Lpt1.tar.pdf",
        "a/b\\c:d*e?f<g>h|i.pdf, application/pdf, a_b_c_d_e_f_g_h_i.pdf",
    })
    void it_ends_as_its_content_and_is_taken_everywhere(String given, String mediaType, String safe) {
        assertThat(SafeFileName.of(given, mediaType).text()).isEqualTo(safe);
    }

    @Test
    void what_turns_the_direction_of_reading_or_is_not_seen_is_dropped() {
        assertThat(safe("facture\u202Efdp.exe\u200B\u0007\u2028.pdf")).isEqualTo("facturefdp.exe.pdf");
    }

    @Test
    void composed_and_decomposed_letters_are_one_name() {
        assertThat(safe("e\u0301te\u0301.pdf")).isEqualTo("été.pdf");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(safe("é".repeat(255)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(255);
        assertThat(safe("é".repeat(255))).endsWith("é.pdf");
    }

    @Test
    void a_header_says_it_in_plain_and_whole() {
        assertThat(SafeFileName.of("Été; \"100%\".pdf", "application/pdf").asAttachment())
                .isEqualTo(
                        "attachment; filename=\"_t__ _100__.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%3B%20_100%25_.pdf");
    }

    @Test
    void a_safe_name_is_not_changed_again() {
        for (var name : new String[] {"facture.pdf.hta", "CON", "a\u202Eb", ".x.", "é".repeat(300)}) {
            assertThat(safe(safe(name))).isEqualTo(safe(name));
        }
    }

    private static String safe(String name) {
        return SafeFileName.of(name, "application/pdf").text();
    }
}
