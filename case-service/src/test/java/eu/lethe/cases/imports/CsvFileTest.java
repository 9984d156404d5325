package eu.lethe.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.lethe.cases.imports.CsvFile.Line;
import eu.lethe.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void cells_are_separated_as_the_header_separates_its_titles(String separator) {
        var csv = String.join(separator, "reference", "familyName") + "\n" + String.join(separator, "A-1", "Morel");

        assertThat(cells(csv)).containsExactly(Map.of(Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Morel"));
    }

    @Test
    void where_the_header_has_semicolons_a_comma_is_part_of_the_text() {
        assertThat(cells("reference;familyName;address\nA-1;Morel;3, rue du Port"))
                .singleElement()
                .isEqualTo(
                        Map.of(Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Morel", Column.ADDRESS, "3, rue du Port"));
    }

    @Test
    void a_quoted_cell_holds_separators_quotes_and_line_ends() {
        assertThat(cells("reference,familyName,contactText\nA-1,Morel,\"Dit : \"\"non\"\", puis\nparti.\""))
                .singleElement()
                .extracting(cells -> cells.get(Column.CONTACT_TEXT))
                .isEqualTo("Dit : \"non\", puis\nparti.");
    }

    @Test
    void the_mark_that_spreadsheets_put_in_front_is_no_part_of_the_first_title() {
        assertThat(cells("\uFEFFreference,familyName\nA-1,Morel")).hasSize(1);
    }

    @Test
    void accents_come_through() {
        assertThat(cells("reference,familyName\nA-1,Léonÿ-Bœuf").getFirst()).containsValue("Léonÿ-Bœuf");
    }

    @Test
    void lines_end_as_on_any_system() {
        assertThat(lines("reference,familyName\r\nA-1,Morel\r\nA-2,Roche\r\n")).hasSize(2);
    }

    @Test
    void columns_stand_in_any_order_and_titles_may_have_blanks_around_them() {
        assertThat(cells("familyName, reference \nMorel,A-1").getFirst()).containsEntry(Column.REFERENCE, "A-1");
    }

    @Test
    void an_empty_cell_says_nothing_and_blanks_around_a_text_are_dropped() {
        assertThat(cells("reference,familyName,phone\nA-1,  Morel ,   ").getFirst())
                .isEqualTo(Map.of(Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Morel"));
    }

    @Test
    void what_looks_like_a_formula_is_what_was_typed() {
        // a phone number begins like one; it is the export that neutralises them
        assertThat(cells("reference,familyName,phone,address\nA-1,=Morel(1),+33639981200,@angle")
                        .getFirst())
                .containsEntry(Column.FAMILY_NAME, "=Morel(1)")
                .containsEntry(Column.PHONE, "+33639981200")
                .containsEntry(Column.ADDRESS, "@angle");
    }

    @Test
    void a_line_is_known_by_its_number_in_the_csv_empty_lines_and_lines_within_cells_included() {
        var csv = "reference,familyName,contactText\n\nA-1,Morel,\"un\ndeux\"\n\nA-2,Roche,\n";

        assertThat(lines(csv)).extracting(Line::number).containsExactly(3L, 6L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // an address with a comma and without quotes has pushed everything after it one column on
                "A-1,Morel,3, rue du Port,0639981200",
                // a line end without quotes has cut the line
                "A-1,Morel,3 rue du Port",
                "A-1,Morel,,,,x"
            })
    void a_line_that_has_not_as_many_cells_as_there_are_columns_says_so(String line) {
        assertThat(lines("reference,familyName,address,phone\n" + line))
                .extracting(Line::fits)
                .containsExactly(false);
    }

    @Test
    void one_line_that_does_not_fit_makes_the_others_no_worse() {
        assertThat(lines("reference,familyName\nA-1,Morel,x\nA-2,Roche"))
                .extracting(Line::fits)
                .containsExactly(false, true);
    }

    @Test
    void a_title_that_is_not_known_is_told_by_its_place_since_it_may_be_a_name() {
        var refusal = refusal("reference,familyName,Claire Morel,secret\nA-1,Morel,x,y");

        assertThat(refusal.code()).isEqualTo("import-columns");
        assertThat(refusal.members()).containsEntry("unknownPlaces", List.of(3, 4));
        assertThat(refusal.members().toString()).doesNotContain("Claire", "secret");
    }

    @Test
    void a_title_that_stands_twice_is_not_known_the_second_time() {
        assertThat(refusal("reference,familyName,reference\n").members()).containsEntry("unknownPlaces", List.of(3));
    }

    @Test
    void reference_and_family_name_are_needed() {
        assertThat(refusal("givenName\n").members()).containsEntry("missing", List.of("reference", "familyName"));
    }

    @Test
    void without_a_header_it_is_no_such_file() {
        assertThat(refusal("").code()).isEqualTo("import-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void what_a_spreadsheet_writes_is_read_without_a_name_being_spoilt(String encoding) {
        var mark = encoding.equals("windows-1252") ? "" : "\uFEFF";
        var csv = mark + "référence\tNOM\tDate de naissance\r\nA-1\tLéonÿ-Bœuf\t31/12/1985\r\n\t\t\r\n";

        assertThat(all(csv.getBytes(Charset.forName(encoding))))
                .singleElement()
                .extracting(Line::cells)
                .isEqualTo(Map.of(
                        Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Léonÿ-Bœuf", Column.BIRTH_DATE, "31/12/1985"));
    }

    @Test
    void another_encoding_is_refused_before_a_name_is_spoilt() {
        assertThatThrownBy(() -> all(new byte[] {'a', ',', 'b', '\n', (byte) 0x81}))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo("import-unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // to the end of the file
                "A-1,Morel,\"Pas de suite.\nA-2,Roche,Autre.\nA-3,Petit,",
                // to the next quote, which begins another person's text
                "A-1,Morel,\"Pas de suite.\nA-2,Roche,\"Autre.\"\nA-3,Petit,",
                // a quote that is part of the text was not doubled
                "A-1,Morel,\"Dit \"non\" et part.\"\nA-2,Roche,"
            })
    void a_quote_left_open_is_refused_with_the_line_where_it_began(String lines) {
        var refusal = refusal("reference,familyName,contactText\nA-0,Sain,\"deux\nlignes\"\n" + lines);

        assertThat(refusal.code()).isEqualTo("import-open-quote");
        assertThat(refusal.members()).containsEntry("line", 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_line_of_the_file_is_accounted_for(String end) {
        var csv = String.join(
                end, "reference;familyName;contactText", "A-1;Morel;\"un", "", "trois\"", ";;", "", "A-2;Roche;", "");
        var file = new CsvFile(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));

        assertThat(file.lines()).isEqualTo(new CsvLines(7, 2));
        assertThat(lines(csv)).extracting(Line::number, Line::last).containsExactly(tuple(2L, 4L), tuple(7L, 7L));
    }

    @Test
    void empty_lines_and_empty_last_columns_of_a_spreadsheet_are_nothing() {
        assertThat(lines("reference;familyName;;\nA-1;Morel;;\n;;;\n \u00A0;;;\nA-2;Roche;;;;;\n"))
                .extracting(Line::fits)
                .containsExactly(true, true);
    }

    @Test
    void what_stands_below_no_title_is_not_dropped_in_silence() {
        assertThat(lines("reference;familyName;\nA-1;Morel;Rue du Port\n"))
                .extracting(Line::fits)
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Référence;Nom;Prénom",
                "REFERENCE;NOM DE FAMILLE;prenoms",
                "N° de dossier;nom_de_famille;Prénom "
            })
    void titles_are_french_or_english(String header) {
        assertThat(cells(header + "\nA-1;Morel;Luc").getFirst())
                .isEqualTo(Map.of(Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Morel", Column.GIVEN_NAME, "Luc"));
    }

    @Test
    void a_line_in_a_log_is_its_number() {
        assertThat(lines("reference,familyName\nA-1,Morel").getFirst()).hasToString("Line[2]");
    }

    private static List<Line> lines(String csv) {
        return all(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> all(byte[] csv) {
        var file = new CsvFile(() -> new ByteArrayInputStream(csv));
        return Stream.generate(file::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static List<Map<Column, String>> cells(String csv) {
        return lines(csv).stream().map(Line::cells).toList();
    }

    private static Problem refusal(String csv) {
        try {
            lines(csv);
        } catch (Problem refused) {
            return refused;
        }
        throw new AssertionError("taken");
    }
}
