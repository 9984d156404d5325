package eu.lethe.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.lethe.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfDocumentTest {

    /** Points, a little less than the sheet's. */
    private static final float MARGIN = 55;

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_document_of_every_part_is_pdf_ua_1() throws Exception {
        assertThat(complaints(PdfDocument.of(everyPart().xhtml()))).isEmpty();
    }

    @Test
    void a_document_of_many_sheets_is_pdf_ua_1() throws Exception {
        var page = everyPart();
        page.table(
                List.of("Quand", "Qui"),
                IntStream.range(0, 200)
                        .mapToObj(line -> List.of("le " + line, "Claire Morel"))
                        .toList());

        assertThat(complaints(PdfDocument.of(page.xhtml()))).isEmpty();
    }

    @Test
    void what_no_font_knows_leaves_the_document_valid() throws Exception {
        var page = new Page(Locale.FRENCH, "Copie", "Essai").written("محمد 😀 王 \u0007 tab\there \ud80c\udc00");

        assertThat(complaints(PdfDocument.of(page.xhtml()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد الأمين بن صالح",
                "می‌خواهم",
                "דוד בן־גוריון",
                "王小明",
                "ひらがな カタカナ",
                "김철수",
                "გიორგი მაისურაძე",
                "Արամ Խաչատրյան",
                "አበበ ቢቂላ",
                "ธนพล",
                "தமிழ்",
                "Nguyễn Thị Minh Khai",
                "№ ½ → ☎ ✓",
                "😀 👍",
            })
    void a_name_is_printed_in_its_own_alphabet(String name) throws Exception {
        var text =
                textOf(new Page(Locale.FRENCH, "Copie", "Essai").section(name).written(name));

        assertThat(letters(text)).contains(letters(name)).doesNotContain("#", "U+");
    }

    @Test
    void arabic_letters_join_and_run_from_right_to_left() throws Exception {
        var page = new Page(Locale.FRENCH, "Copie", "Essai").written("سلام");

        assertThat(lettersByPlace(page))
                .as("the last one apart, two in one, the first joined")
                .isEqualTo("\u0645\ufefc\ufeb3");
    }

    @Test
    void accents_that_stand_apart_are_composed() throws Exception {
        assertThat(textOf(new Page(Locale.FRENCH, "Copie", "Essai").written("Le\u0301a Gue\u0300ye")))
                .contains("Léa Guèye");
    }

    @Test
    void a_character_without_a_glyph_is_printed_by_its_code_and_named_at_the_end() throws Exception {
        var text = textOf(new Page(Locale.FRENCH, "Copie", "Essai").written("Signe \ud80c\udc00 ici"));

        assertThat(text).contains("Signe [U+13000] ici", "U+13000 EGYPTIAN HIEROGLYPH A001");
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 91, 400, 5_000})
    void a_word_however_long_stays_on_the_sheet(int length) throws Exception {
        var word = "mot".repeat(length / 3 + 1).substring(0, length);
        var page = new Page(Locale.FRENCH, "Copie", "Essai")
                .section(word)
                .paragraph(word)
                .written("Avant " + word + " après")
                .list(List.of(word))
                .facts(Map.of("Adresse", word))
                .table(
                        List.of("Quand", "Qui", "Quoi", "Pourquoi"),
                        List.of(List.of("le 1er avril", word, word, "fin")));

        assertThat(beyondTheMargin(PdfDocument.of(page.xhtml()))).isEmpty();
    }

    @Test
    void names_of_other_alphabets_are_readable() throws Exception {
        var text = textOf(new Page(Locale.FRENCH, "Copie", "Essai").written("Łukasz Müller, Νίκος, Оксана, Đặng"));

        assertThat(text).contains("Łukasz Müller, Νίκος, Оксана, Đặng");
    }

    @Test
    void french_spacing_survives() throws Exception {
        assertThat(textOf(new Page(Locale.FRENCH, "Copie", "Essai").paragraph("« Qui a lu\u202f? » œuvre, l’été")))
                .contains("« Qui a lu")
                .contains("œuvre, l’été");
    }

    @Test
    void no_line_ends_after_an_apostrophe_or_before_a_closing_mark() throws Exception {
        var text = textOf(new Page(Locale.FRENCH, "Copie", "Essai")
                .written("Ce qu’elle dit\u202f: «\u202fl’été\u202f!\u202f» ".repeat(60)));

        assertThat(text.lines().map(String::strip)).noneMatch(line -> line.endsWith("’") || line.startsWith("»"));
    }

    @Test
    void a_text_is_a_text_whatever_it_looks_like() throws Exception {
        var page = new Page(Locale.FRENCH, "a & b", "Essai")
                .paragraph("<img src=\"http://127.0.0.1:1/x.png\"/> & </head> <script>");

        assertThat(textOf(page)).contains("</head> <script>");
    }

    @Test
    void a_long_text_in_one_paragraph_is_as_quick_as_the_same_in_many() {
        var text = "Le texte d’un entretien. ".repeat(8_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> PdfDocument.of(new Page(Locale.FRENCH, "Copie", "Une copie").written(text)));
    }

    @Test
    void a_long_document_is_made_in_parts_and_loses_nothing() throws Exception {
        var page = new Page(Locale.FRENCH, "Copie", "Une copie").section("Entretiens");
        for (var contact = 0; contact < 400; contact++) {
            page.subsection("Entretien " + contact).written("Le texte d’un entretien. ".repeat(40) + "fin" + contact);
        }

        var pdf = PdfDocument.of(page);

        try (var document = Loader.loadPDF(pdf)) {
            var words = new PDFTextStripper().getText(document);
            assertThat(IntStream.range(0, 400).filter(contact -> !words.contains("fin" + contact)))
                    .isEmpty();
        }
        assertThat(complaints(pdf)).isEmpty();
    }

    @Test
    void what_is_too_long_for_one_document_is_refused_before_any_of_it_is_made() {
        var page = new Page(Locale.FRENCH, "Copie", "Une copie");
        for (var contact = 0; contact < 700; contact++) {
            page.written("Le texte d’un entretien. ".repeat(400));
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> PdfDocument.of(page))
                .extracting(Problem::code)
                .isEqualTo("document-too-long");
    }

    @Test
    void the_file_tells_its_title_and_language() throws Exception {
        try (var pdf = Loader.loadPDF(
                PdfDocument.of(new Page(Locale.ENGLISH, "Your copy", "What is kept about you").xhtml()))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Your copy");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    private static Page everyPart() {
        return new Page(Locale.FRENCH, "Copie de vos données", "Ce qui est conservé sur vous")
                .lead("Cette copie dit tout ce que le service conserve à votre sujet.")
                .section("Qui vous êtes")
                .facts(new TreeMap<>(Map.of("Nom", "Lefèvre", "Prénom", "Anaïs")))
                .section("Vos contacts")
                .subsection("Le 3 mars 2026")
                .written("Première visite.\nLoyer impayé depuis deux mois.")
                .list(List.of("Logement", "Budget"))
                .paragraph("Fin.")
                .table(List.of("Quand", "Qui"), List.of(List.of("le 1er avril", "Claire Morel")));
    }

    private static String textOf(Page page) throws Exception {
        try (var pdf = Loader.loadPDF(PdfDocument.of(page.xhtml()))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Without spaces, which a line end may stand for, and marks that are never seen. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u200c\u200b]", "");
    }

    private static String lettersByPlace(Page page) throws Exception {
        var places = new TreeMap<Float, String>();
        try (var pdf = Loader.loadPDF(PdfDocument.of(page))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition place) {
                    if (place.getUnicode().codePoints().anyMatch(letter -> letter >= 0x600)) {
                        places.put(place.getXDirAdj(), place.getUnicode());
                    }
                }
            }.getText(pdf);
        }
        return String.join("", places.values());
    }

    private static List<String> beyondTheMargin(byte[] document) throws Exception {
        var beyond = new ArrayList<String>();
        try (var pdf = Loader.loadPDF(document)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition place) {
                    if (place.getXDirAdj() + place.getWidthDirAdj() > place.getPageWidth() - MARGIN) {
                        beyond.add(place.getUnicode());
                    }
                }
            }.getText(pdf);
        }
        return beyond;
    }

    private static List<String> complaints(byte[] document) throws Exception {
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failed -> failed.getRuleId().getClause() + ": " + failed.getMessage())
                    .collect(Collectors.toSet())
                    .stream()
                    .sorted()
                    .toList();
        }
    }
}
