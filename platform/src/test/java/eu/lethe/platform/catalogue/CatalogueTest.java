package eu.lethe.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Configuration is data: an administrator who gets it wrong is told the file and the line. */
class CatalogueTest {

    @Test
    void a_unit_is_read_from_its_line() {
        var units = CatalogueTable.read(file("""
                code,paper,label_fr,label_en
                centre,false,Circonscription Centre,Centre unit
                """), Units::row);

        assertThat(units)
                .containsExactly(new Units.Unit("centre", false, new Label("Circonscription Centre", "Centre unit")));
    }

    @Test
    void a_cell_that_is_neither_true_nor_false_is_named_with_file_and_line() {
        complaint("""
                code,paper,label_fr,label_en
                centre,false,Centre,Centre
                north,yes,Nord,North
                """, Units::row, "units.csv, line 3: paper is neither true nor false");
    }

    @Test
    void an_empty_cell_is_named_with_file_and_line() {
        complaint("""
                code,paper,label_fr,label_en
                centre,false,,Centre
                """, Units::row, "units.csv, line 2: label_fr is empty");
    }

    @Test
    void a_missing_column_is_named_with_file_and_line() {
        complaint("""
                code,label_fr,label_en
                centre,Centre,Centre
                """, Units::row, "units.csv, line 2: paper is empty");
    }

    @Test
    void an_unknown_area_is_named_with_file_and_line() {
        complaint(
                """
                kind,area,code,label_fr,label_en,compartment
                problem,housing,P03.4,Impayés,Arrears,coding
                """,
                row -> Nomenclature.entryRow(row, List.of()),
                "units.csv, line 2: area housing is not in areas.csv");
    }

    @Test
    void an_area_of_problems_is_none_of_interventions() {
        var areas =
                List.of(new Nomenclature.Area(Nomenclature.Kind.PROBLEM, "housing", new Label("Logement", "Housing")));

        complaint("""
                kind,area,code,label_fr,label_en,compartment
                intervention,housing,I03.4,Visite,Visit,coding
                """, row -> Nomenclature.entryRow(row, areas), "units.csv, line 2: area housing is not in areas.csv");
    }

    @Test
    void a_kind_that_is_none_is_named_with_file_and_line() {
        complaint("""
                kind,code,label_fr,label_en
                problems,housing,Logement,Housing
                """, Nomenclature::areaRow, "units.csv, line 2: kind is neither problem nor intervention");
    }

    @Test
    void words_are_separated_by_spaces() {
        var words =
                CatalogueTable.read(file("compartments\n identity  narrative \n"), row -> row.words("compartments"));

        assertThat(words).containsExactly(List.of("identity", "narrative"));
    }

    @Test
    void the_units_that_ship_are_sound() {
        assertThat(CatalogueTable.read(shipped("units.csv"), Units::row))
                .extracting(Units.Unit::code)
                .containsExactly("centre", "north", "south", "islands");
    }

    @Test
    void the_nomenclature_that_ships_is_sound() {
        assertThat(Nomenclature.read(shipped("areas.csv"), shipped("nomenclature.csv"))
                        .entries())
                .extracting(Nomenclature.Entry::code)
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void a_code_that_stands_twice_is_named_with_file_and_line() {
        assertThatExceptionOfType(InvalidCatalogue.class)
                .isThrownBy(() -> nomenclature("""
                        problem,housing,P03.4,Impayés,Arrears,coding
                        problem,housing,P03.4,Expulsion,Eviction,coding
                        """))
                .withMessage("units.csv, line 3: code P03.4 stands twice");
    }

    @Test
    void codes_are_sealed_under_coding_or_health_and_nothing_else() {
        assertThatExceptionOfType(InvalidCatalogue.class)
                .isThrownBy(() -> nomenclature("problem,housing,P03.4,Impayés,Arrears,identity\n"))
                .withMessage("units.csv, line 2: compartment is neither coding nor health");
    }

    @Test
    void another_content_is_another_version_of_the_nomenclature() {
        var one = nomenclature("problem,housing,P03.4,Impayés,Arrears,coding\n");
        var same = nomenclature("problem,housing,P03.4,Impayés,Arrears,coding\n");
        var other = nomenclature("problem,housing,P03.4,Impayés de loyer,Arrears,coding\n");

        assertThat(one.version()).isEqualTo(same.version()).isNotEqualTo(other.version());
    }

    private static Nomenclature nomenclature(String lines) {
        return Nomenclature.read(
                file("kind,code,label_fr,label_en\nproblem,housing,Logement,Housing\n"),
                file("kind,area,code,label_fr,label_en,compartment\n" + lines));
    }

    @Test
    void the_recipients_that_ship_are_sound() {
        assertThat(Recipients.read(shipped("recipients.csv")).all())
                .extracting(Recipients.Recipient::kind)
                .contains(Recipients.Kind.AGENCY, Recipients.Kind.PARTNER);
    }

    @Test
    void a_recipient_neither_within_nor_outside_the_agency_is_named_with_file_and_line() {
        assertThatExceptionOfType(InvalidCatalogue.class)
                .isThrownBy(() -> Recipients.read(file("""
                        code,kind,label_fr,label_en
                        crip,cousin,CRIP,CRIP
                        """)))
                .withMessage("units.csv, line 2: kind is neither agency nor partner");
    }

    @ParameterizedTest
    @CsvSource({"en, Housing", "en-GB, Housing", "fr, Logement", "fr-CA, Logement", "de, Logement"})
    void a_label_is_english_for_english_readers_and_french_for_all_others(String language, String shown) {
        assertThat(new Label("Logement", "Housing").in(Locale.forLanguageTag(language)))
                .isEqualTo(shown);
    }

    private static <T> void complaint(String text, Function<CatalogueTable.Row, T> entry, String complaint) {
        assertThatExceptionOfType(InvalidCatalogue.class)
                .isThrownBy(() -> CatalogueTable.read(file(text), entry))
                .withMessage(complaint);
    }

    private static Resource shipped(String name) {
        return new ClassPathResource("catalogue/" + name);
    }

    private static Resource file(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "units.csv";
            }
        };
    }
}
