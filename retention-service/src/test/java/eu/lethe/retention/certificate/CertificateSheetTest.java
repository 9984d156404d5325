package eu.lethe.retention.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.certificate.CertificateDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.json.JsonMapper;

class CertificateSheetTest {

    private static final Path VECTORS = Path.of("../contracts/src/test/resources/certificates/vectors.json");

    @Test
    void a_reader_of_french_is_told_what_was_erased_by_which_rule_who_decided_and_who_did_not_confirm()
            throws Exception {
        assertThat(text(pdf(Locale.FRENCH)))
                .contains(
                        "effacement Les données de 2 personnes ont été rendues illisibles",
                        "numéro 3",
                        "échéance de conservation",
                        "demandé par une personne (responsable de la conservation), approuvé par une autre",
                        "Passage unique",
                        "Référentiel CNIL social et médico-social",
                        "identité",
                        "25 novembre 2028",
                        "clé d’époque 3 détruite",
                        "3 clés cherchées et absentes",
                        "dossiers",
                        "partner-integrator",
                        "prévenu, n’a pas confirmé",
                        "Qui avait reçu une clé a pu la garder.",
                        "elle ne prouve rien à elle seule",
                        "key-thumbprint");
    }

    @Test
    void a_reader_of_english_is_told_the_same() throws Exception {
        assertThat(text(pdf(Locale.ENGLISH)))
                .contains(
                        "Certificate of erasure",
                        "The data of 2 persons was made unreadable",
                        "asked for by one person (retention administrator), approved by another",
                        "Single visit",
                        "told, did not confirm",
                        "Whoever was leased a key may have kept it.",
                        "it proves nothing by itself")
                .doesNotContain("illisible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_screen_reader_can_read_it(String language) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf(Locale.of(language))), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).isCompliant()).isTrue();
        }
    }

    private static byte[] pdf(Locale reader) throws IOException {
        var document = JsonMapper.shared()
                .readTree(Files.readAllBytes(VECTORS))
                .at("/0/document")
                .asString();
        return new CertificateSheet(
                        CertificateDocument.read(document.getBytes(StandardCharsets.UTF_8))
                                .orElseThrow(),
                        "key-thumbprint",
                        reader,
                        ZoneId.of("Europe/Paris"))
                .pdf();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return String.join(
                    " ", List.of(new PDFTextStripper().getText(document).split("\\s+")));
        }
    }
}
