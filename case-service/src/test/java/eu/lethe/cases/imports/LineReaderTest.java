package eu.lethe.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.imports.CsvFile.Line;
import eu.lethe.cases.search.NameIndex;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import jakarta.validation.Validation;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LineReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final long NUMBER = 7;
    private static final UUID LEAD = UUID.randomUUID();
    private static final UUID REFERENT = UUID.randomUUID();
    private static final KeyId KEY = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);

    private final Nomenclature nomenclature = mock();
    private final StaffDirectory staff = mock();
    private final NameIndex names = new NameIndex(Set::copyOf);
    private final LineReader reader = new LineReader(
            Validation.buildDefaultValidatorFactory().getValidator(),
            nomenclature,
            new References(mock(JdbcClient.class), "a secret"),
            staff,
            names,
            new BusinessClock(
                    Clock.fixed(Instant.parse("2026-03-03T09:00:00Z"), ZoneOffset.UTC),
                    ZoneId.of("Europe/Paris"),
                    List::of));
    private final List<LineError> errors = new ArrayList<>();

    private static StaffDirectory.Member member(UUID id, Role role, String unit) {
        return new StaffDirectory.Member(id, "", Set.of(role), unit);
    }

    @BeforeEach
    void neighbours() {
        when(nomenclature.of("P03.4")).thenReturn(Optional.of(entry("P03.4", Compartment.CODING)));
        when(nomenclature.of("P05.1")).thenReturn(Optional.of(entry("P05.1", Compartment.HEALTH)));
        when(staff.called("Claire Morel")).thenReturn(List.of(member(REFERENT, Role.WORKER, "centre")));
        when(staff.called("Hélène Faure")).thenReturn(List.of(member(LEAD, Role.LEAD, "centre")));
        when(staff.called("Yanis Bel")).thenReturn(List.of(member(UUID.randomUUID(), Role.WORKER, "north")));
    }

    @Test
    void reference_and_family_name_are_enough() {
        var file = read(Map.of()).orElseThrow();

        assertThat(file.line()).isEqualTo(NUMBER);
        assertThat(file.openedOn()).isEqualTo(TODAY);
        assertThat(file.referent()).isEqualTo(LEAD);
        assertThat(file.contact()).isNull();
    }

    @Test
    void the_reference_is_kept_as_a_hash_that_is_the_unit_s_own() {
        var file = read(Map.of()).orElseThrow();
        var elsewhere = reader.read(line(Map.of()), "north", LEAD, errors).orElseThrow();

        assertThat(file.reference()).matches("[0-9a-f]{64}").isNotEqualTo(elsewhere.reference());
        assertThat(read(Map.of()).orElseThrow().reference()).isEqualTo(file.reference());
    }

    @ParameterizedTest
    @CsvSource({"REFERENCE,reference", "FAMILY_NAME,familyName"})
    void without_one_of_them_the_line_is_refused(Column column, String title) {
        var cells = new EnumMap<>(line(Map.of()).cells());
        cells.remove(column);

        assertThat(reader.read(new Line(NUMBER, NUMBER, cells, true), "centre", LEAD, errors))
                .isEmpty();
        assertThat(errors).containsExactly(new LineError(NUMBER, title, "required"));
    }

    @Test
    void a_line_with_more_or_fewer_cells_than_columns_is_refused_whole_since_they_may_stand_in_the_wrong_ones() {
        assertThat(reader.read(new Line(NUMBER, NUMBER, line(Map.of()).cells(), false), "centre", LEAD, errors))
                .isEmpty();
        assertThat(errors).containsExactly(new LineError(NUMBER, "", "cells"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFERENCE,reference,201",
        "FAMILY_NAME,familyName,201",
        "GIVEN_NAME,givenName,201",
        "ADDRESS,address,501",
        "PHONE,phone,51",
        "EMAIL,email,321"
    })
    void what_is_too_long_is_refused_where_it_stands(Column column, String title, int length) {
        assertThat(read(Map.of(column, "x".repeat(length - 1)))).isPresent();
        refused(Map.of(column, "x".repeat(length)), title, "size");
    }

    @Test
    void a_text_of_a_contact_may_be_as_long_as_one_that_is_typed() {
        assertThat(read(Map.of(Column.CONTACT_DATE, "2026-03-01", Column.CONTACT_TEXT, "x".repeat(100_000))))
                .isPresent();
        refused(
                Map.of(Column.CONTACT_DATE, "2026-03-01", Column.CONTACT_TEXT, "x".repeat(100_001)),
                "contactText",
                "size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/17/1984", "17.05.84", "1984", "1984-02-30", "30819", "hier"})
    void a_day_that_could_be_another_or_none_is_refused_with_the_format_that_is_wanted(String day) {
        refused(Map.of(Column.OPENED_ON, day), "openedOn", "day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/17/1984", "17.05.84", "84", "19840", "1984-02-30", "vers 1984", "-1984"})
    void a_birth_that_is_no_day_and_no_year_is_refused_with_the_formats_that_are_wanted(String born) {
        refused(Map.of(Column.BIRTH_DATE, born), "birthDate", "birth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1984", " 1984 ", "\uFF11\uFF19\uFF18\uFF14", "\u0661\u0669\u0668\u0664"})
    void the_year_of_birth_alone_is_enough(String year) {
        names.put(
                UUID.randomUUID(),
                "centre",
                KEY,
                new Identity("Morel", null, null, 1984, null, null, null, List.of(), List.of()));

        var file = read(Map.of(Column.BIRTH_DATE, year)).orElseThrow();

        assertThat(file.near().get()).hasSize(1);
        assertThat(read(Map.of(Column.BIRTH_DATE, "1985")).orElseThrow().near().get())
                .isEmpty();
    }

    @Test
    void of_nobody_anything_is_taken_over_from_before_the_year_of_their_birth() {
        assertThat(read(Map.of(Column.BIRTH_DATE, "2020", Column.OPENED_ON, "2020-01-01")))
                .isPresent();
        refused(Map.of(Column.BIRTH_DATE, "2020", Column.OPENED_ON, "2019-12-31"), "openedOn", "before-birth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17/05/1984", "1984-05-17", "17.5.1984", "17 mai 1984"})
    void a_day_is_read_as_it_is_written_in_france(String day) {
        assertThat(read(Map.of(Column.BIRTH_DATE, day))).isPresent();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "É 12",
                " É12 ",
                "E\u030112",
                "\u00C912\u200B",
                "\u00C9\u00A012",
                "\uFF2512",
                "\u00C9\u202F1\u00AD2"
            })
    void a_reference_is_the_same_whatever_its_spaces_width_composition_and_what_nobody_sees(String reference) {
        var plain = read(Map.of(Column.REFERENCE, reference.startsWith("\uFF25") ? "E12" : "É12"))
                .orElseThrow();

        assertThat(read(Map.of(Column.REFERENCE, reference)).orElseThrow().reference())
                .isEqualTo(plain.reference());
    }

    @Test
    void a_reference_that_was_taken_over_before_spaces_were_left_out_is_still_known() {
        assertThat(read(Map.of(Column.REFERENCE, "A 12")).orElseThrow().referenceAsWritten())
                .isNotEqualTo(
                        read(Map.of(Column.REFERENCE, "A12")).orElseThrow().reference());
    }

    @Test
    void somebody_of_that_name_who_was_born_on_that_day_is_near() {
        names.put(
                UUID.randomUUID(),
                "centre",
                KEY,
                new Identity(
                        "Morelle", "Luc", LocalDate.of(1984, 5, 17), null, null, null, null, List.of(), List.of()));
        var born = Map.of(Column.GIVEN_NAME, "Luc", Column.BIRTH_DATE, "17/05/1984");

        assertThat(read(born).orElseThrow().near().get()).isNotEmpty();
        assertThat(reader.read(line(born), "north", LEAD, errors)
                        .orElseThrow()
                        .near()
                        .get())
                .isEmpty();
        assertThat(read(Map.of(Column.BIRTH_DATE, "18/05/1984"))
                        .orElseThrow()
                        .near()
                        .get())
                .isEmpty();
    }

    @Test
    void a_cell_that_goes_on_over_lines_is_warned_of_with_the_lines_that_belong_to_it() {
        var line = new Line(
                NUMBER,
                NUMBER + 2,
                line(Map.of(Column.CONTACT_DATE, "2026-03-01", Column.CONTACT_TEXT, "un\n\ntrois"))
                        .cells(),
                true);

        assertThat(reader.read(line, "centre", LEAD, errors)
                        .orElseThrow()
                        .warnings()
                        .get())
                .containsExactly(new LineWarning(NUMBER, NUMBER + 2, "contactText", "line-breaks", List.of()));
    }

    /** Of 2015, typed into a column of days, a spreadsheet makes 7 July 1905. */
    @Test
    void a_birth_of_very_long_ago_is_warned_of_since_it_may_have_been_a_year() {
        assertThat(read(Map.of(Column.BIRTH_DATE, "07/07/1905"))
                        .orElseThrow()
                        .warnings()
                        .get())
                .extracting(LineWarning::column, LineWarning::code)
                .containsExactly(tuple("birthDate", "born-long-ago"));
        assertThat(read(Map.of(Column.BIRTH_DATE, "07/07/1925"))
                        .orElseThrow()
                        .warnings()
                        .get())
                .isEmpty();
    }

    @Test
    void a_birth_is_read_once_for_what_is_taken_over_and_what_is_warned_of() {
        var cells =
                new CountedCells(line(Map.of(Column.BIRTH_DATE, "07/07/1905")).cells());

        var file = reader.read(new Line(NUMBER, NUMBER, cells, true), "centre", LEAD, errors)
                .orElseThrow();

        assertThat(file.warnings().get()).hasSize(1);
        assertThat(cells.births).isOne();
    }

    /** Counts how often the birth is read. */
    private static final class CountedCells extends EnumMap<Column, String> {

        @Serial
        private static final long serialVersionUID = 1L;

        private int births;

        private CountedCells(Map<Column, String> cells) {
            super(cells);
        }

        @Override
        public @Nullable String get(Object column) {
            births += column == Column.BIRTH_DATE ? 1 : 0;
            return super.get(column);
        }
    }

    @ParameterizedTest
    @CsvSource({"BIRTH_DATE,birthDate", "OPENED_ON,openedOn"})
    void a_day_that_has_not_come_is_refused(Column column, String title) {
        assertThat(read(Map.of(column, "2026-03-03"))).isPresent();
        refused(Map.of(column, "2026-03-04"), title, "future");
    }

    @Test
    void a_day_longer_ago_than_anybody_lives_or_a_file_is_kept_is_refused() {
        assertThat(read(Map.of(Column.BIRTH_DATE, "1930-01-01"))).isPresent();
        refused(Map.of(Column.BIRTH_DATE, "1886-01-01"), "birthDate", "past");
        refused(Map.of(Column.BIRTH_DATE, "1895"), "birthDate", "past");
        refused(Map.of(Column.BIRTH_DATE, "2027"), "birthDate", "future");
        refused(Map.of(Column.OPENED_ON, "1976-03-02"), "openedOn", "past");
    }

    @Test
    void of_nobody_anything_is_taken_over_from_before_they_were_born() {
        var contact = Map.of(Column.BIRTH_DATE, "2020-06-01", Column.CONTACT_TEXT, "Dit.");
        var before = new EnumMap<Column, String>(contact);
        before.put(Column.CONTACT_DATE, "2020-05-31");
        var after = new EnumMap<Column, String>(contact);
        after.put(Column.CONTACT_DATE, "2020-06-01");

        refused(before, "contactDate", "before-birth");
        errors.clear();
        assertThat(read(after)).isPresent();
        refused(Map.of(Column.BIRTH_DATE, "2020-06-01", Column.OPENED_ON, "2020-05-31"), "openedOn", "before-birth");
    }

    @Test
    void a_household_is_of_a_known_type() {
        assertThat(read(Map.of(Column.HOUSEHOLD_TYPE, "single-parent"))).isPresent();
        refused(Map.of(Column.HOUSEHOLD_TYPE, "seul"), "householdType", "household-type");
    }

    @ParameterizedTest
    @CsvSource({
        "Personne seule, alone",
        "COUPLE SANS ENFANT, couple",
        "Parent seul avec enfant, single-parent",
        "Famille monoparentale, single-parent",
        "Couple avec enfants, couple-with-children",
        "Couple with children, couple-with-children",
        "Autre, other",
        "couple-with-children, couple-with-children"
    })
    void a_type_of_household_is_read_in_words(String words, String code) {
        assertThat(read(Map.of(Column.HOUSEHOLD_TYPE, words))).isPresent();
        assertThat(HouseholdWords.code(words)).isEqualTo(code);
    }

    @Test
    void what_cannot_be_stored_is_refused() {
        refused(Map.of(Column.ADDRESS, "3 rue\u0000du Port"), "address", "invalid");
    }

    @Test
    void what_looks_like_a_formula_is_taken_as_it_is() {
        assertThat(read(Map.of(Column.PHONE, "+33639981200", Column.GIVEN_NAME, "=Anaïs")))
                .isPresent();
    }

    @Test
    void a_referent_is_somebody_who_has_signed_in() {
        assertThat(read(Map.of(Column.REFERENT, "Claire Morel")).orElseThrow().referent())
                .isEqualTo(REFERENT);
        refused(Map.of(Column.REFERENT, "Personne"), "referent", "unknown");
    }

    @Test
    void who_is_no_worker_of_the_unit_is_no_referent() {
        refused(Map.of(Column.REFERENT, "Yanis Bel"), "referent", "not-of-unit");
        refused(Map.of(Column.REFERENT, "Hélène Faure"), "referent", "not-of-unit");
    }

    @Test
    void a_contact_has_its_day_its_text_and_health_codes_apart() {
        var contact = Objects.requireNonNull(read(Map.of(
                        Column.CONTACT_DATE,
                        "2026-03-01",
                        Column.CONTACT_TEXT,
                        "Vue.",
                        Column.CODES,
                        "P03.4|P05.1 P03.4"))
                .orElseThrow()
                .contact());

        assertThat(contact.date()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(contact.codes()).isNotNull();
        assertThat(contact.healthCodes()).isNotNull();
    }

    @Test
    void a_contact_without_day_or_without_text_is_refused() {
        refused(Map.of(Column.CONTACT_TEXT, "Vue."), "contactDate", "required");
        refused(Map.of(Column.CONTACT_DATE, "2026-03-01"), "contactText", "required");
    }

    @Test
    void a_code_that_the_nomenclature_does_not_know_is_refused() {
        refused(
                Map.of(Column.CONTACT_DATE, "2026-03-01", Column.CONTACT_TEXT, "Vue.", Column.CODES, "P03.4 P99"),
                "codes",
                "unknown");
    }

    @Test
    void all_that_is_wrong_in_a_line_is_told_at_once_and_nothing_of_it_is_quoted() {
        read(Map.of(Column.BIRTH_DATE, "Canari", Column.REFERENT, "Canari", Column.OPENED_ON, "2031-01-01"));

        assertThat(errors)
                .extracting(LineError::column, LineError::code)
                .containsExactlyInAnyOrder(
                        tuple("birthDate", "birth"), tuple("referent", "unknown"), tuple("openedOn", "future"));
        assertThat(errors.toString()).doesNotContain("Canari");
    }

    private void refused(Map<Column, String> cells, String title, String code) {
        errors.clear();
        assertThat(read(cells)).isEmpty();
        assertThat(errors).containsExactly(new LineError(NUMBER, title, code));
    }

    private Optional<NewFile> read(Map<Column, String> cells) {
        return reader.read(line(cells), "centre", LEAD, errors);
    }

    private static Line line(Map<Column, String> more) {
        var cells = new EnumMap<Column, String>(Map.of(Column.REFERENCE, "A-1", Column.FAMILY_NAME, "Morel"));
        cells.putAll(more);
        return new Line(NUMBER, NUMBER, cells, true);
    }

    private static Nomenclature.Entry entry(String code, Compartment compartment) {
        return new Nomenclature.Entry(
                Nomenclature.Kind.PROBLEM, "housing", code, new Label("Code", "Code"), compartment, List.of());
    }
}
