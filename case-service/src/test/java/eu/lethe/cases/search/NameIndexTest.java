package eu.lethe.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.person.Birth;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

    private static final KeyId KEY = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);

    private final NameIndex index = new NameIndex(Set::copyOf);

    @BeforeEach
    void a_units_persons() {
        put("Lefebvre", "Anaïs", LocalDate.of(1984, 5, 2));
        put("Thibault", "Jean-Pierre", LocalDate.of(1950, 1, 1));
        put("Benali", "Mohammed", LocalDate.of(1990, 7, 7));
        put("D'Angelo", "Chloé", null);
        put("Martin", "Anaïs", LocalDate.of(1984, 9, 9));
        put("Dupont", "Gauthier", LocalDate.of(1971, 3, 3));
        put("Renault", "Françoise", LocalDate.of(1962, 6, 6));
        put("Nguyen", null, null);
        put("Galchéreau", "Marie", null);
        putBornIn(1987, "Le Bihan", "Solène");
    }

    @ParameterizedTest
    @CsvSource({
        "Lefebvre, Lefebvre",
        "lefevre anais, Lefebvre",
        "ANAÏS LEFEBVRE, Lefebvre",
        "anais lef, Lefebvre",
        "Lefebre, Lefebvre",
        "tibo, Thibault",
        "pierre thibaut, Thibault",
        "jean pierre, Thibault",
        "mohamed benali, Benali",
        "ben ali mohamed, Benali",
        "dangelo, D'Angelo",
        "d angelo chloe, D'Angelo",
        "dupond gautier, Dupont",
        "reno francoise, Renault",
        "nguyenn, Nguyen",
        "galkhero marie, Galchéreau",
        "anais 1984 martin, Martin",
    })
    void a_name_half_remembered_is_found(String typed, String familyName) {
        assertThat(index.find(typed, "centre", 20))
                .first()
                .extracting(NameIndex.Found::familyName)
                .isEqualTo(familyName);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    Delacruz ines, De La Cruz
                    la cruz ines, De La Cruz
                    cruz ines, De La Cruz
                    Bensalah, Ben Salah
                    ben salem mounir, Bensalem
                    jeanpierre thibault, Thibault
                    thibault j.-pierre, Thibault
                    amrani, El Amrani
                    elamrani said, El Amrani
                    el kadiri, Kadiri
                    st martin luc, Saint-Martin
                    stmartin luc, Saint-Martin
                    saint gelais, Stgelais
                    ste croix, Sainte-Croix
                    Mme Lefebvre, Lefebvre
                    M. Dupont, Dupont
                    Dr Dupont Gauthier, Dupont
                    Monsieur Gauthier DUPONT, Dupont
                    Lefebvre 02/05/1984, Lefebvre
                    Lefebvre 1984-05-02, Lefebvre
                    anais lefebvre née le 2 mai 1984, Lefebvre
                    anaïs 2.5.84, Lefebvre
                    02/05/1984, Lefebvre
                    1984-05-02, Lefebvre
                    anais 05/02/1984, Lefebvre
                    Nguyen 12/12/1990, Nguyen
                    Le\u0301febvre, Lefebvre
                    Le\u0332\u0301fe\u0323\u0302bvre, Lefebvre
                    Lefe\u200Bbvre, Lefebvre
                    \uFEFFLefebvre\u00A0Anaïs, Lefebvre
                    Le\u00ADfebvre, Lefebvre
                    \uFF2C\uFF45\uFF46\uFF45\uFF42\uFF56\uFF52\uFF45, Lefebvre
                    Шевченко, Шевченко
                    ШЕВЧЕНКО тарас, Шевченко
                    chevtchenko, Шевченко
                    shevchenko taras, Шевченко
                    محمد بن صالح, بن صالح
                    محمّد, بن صالح
                    mohamed ben salah, بن صالح
                    王伟, 王
                    wang wei, 王
                    კაპანაძე, კაპანაძე
                    kapanadze, კაპანაძე
                    ⵎⵓⵃⵎⵎⴰⴷ, ⵎⵓⵃⵎⵎⴰⴷ
                    بنعلي محمد, Benali
                    """)
    void a_name_written_otherwise_is_found(String typed, String familyName) {
        put("De La Cruz", "Inès", null);
        put("Ben Salah", "Ali", null);
        put("Bensalem", "Mounir", null);
        put("El Amrani", "Saïd", null);
        put("Kadiri", "Nour", null);
        put("Saint-Martin", "Luc", null);
        put("Stgelais", "Paul", null);
        put("Sainte-Croix", "Jeanne", null);
        put("Шевченко", "Тарас", null);
        put("بن صالح", "محمد", null);
        put("王", "伟", null);
        put("კაპანაძე", "ნინო", null);
        put("ⵎⵓⵃⵎⵎⴰⴷ", null, null);

        assertThat(index.find(typed, "centre", 20))
                .first()
                .extracting(NameIndex.Found::familyName)
                .isEqualTo(familyName);
    }

    @ParameterizedTest
    @CsvSource({
        "رضا, کریمی, Reza Karimi",
        "رضا, بن علي, Rida Ben Ali",
        "علی‌رضا, حیدری, Alireza Haidari",
        "جمال, عبد الناصر, Gamal Abdel Nasser",
        "معمر, القذافي, Mouammar Kadhafi",
        "سعيد, بلعيد, Saïd Belaïd",
        "יעקב, מזרחי, Yaakov Mizrahi",
        "יוסף, פרידמן, Yossef Friedman",
        "רבקה, צבי, Rivka Tzvi",
        "Евгений, Щербаков, Evgueni Chtcherbakov",
        "Евгений, Щербаков, Yevgeny Shcherbakov",
        "Юлія, Тимошенко, Ioulia Timochenko",
        "முருகன், சுப்பிரமணியம், Murugan Subramaniam",
        "ተስፋዬ, ገብረማርያም, Tesfaye Gebremariam",
        "Հակոբ, Պետրոսյան, Hagop Petrossian",
    })
    void a_name_of_another_script_is_found_as_those_who_hear_it_write_it(
            String givenName, String familyName, String heard) {
        put(familyName, givenName, null);

        assertThat(index.find(heard, "centre", 5))
                .extracting(NameIndex.Found::familyName)
                .contains(familyName);
    }

    @Test
    void a_birth_date_puts_namesakes_in_order() {
        put("Martin", "Anaïs", LocalDate.of(1984, 3, 3));
        put("Martin", "Anaïs", LocalDate.of(1991, 3, 4));
        put("Martin", "Anaïs", null);

        assertThat(index.find("martin anais 03/03/1984", "centre", 20))
                .extracting(NameIndex.Found::birthDate)
                .startsWith(LocalDate.of(1984, 3, 3), LocalDate.of(1984, 9, 9), null);
    }

    @Test
    void who_is_known_by_the_year_alone_is_found_by_it() {
        assertThat(index.find("1987", "centre", 20)).singleElement().satisfies(found -> {
            assertThat(found.familyName()).isEqualTo("Le Bihan");
            assertThat(found.birthDate()).isNull();
            assertThat(found.birthYear()).isEqualTo(1987);
        });
    }

    @Test
    void by_a_day_of_that_year_they_are_found_after_who_was_born_on_it_and_before_who_was_born_on_another() {
        put("Martin", "Rose", LocalDate.of(1987, 9, 9));
        putBornIn(1987, "Martin", "Rose");
        put("Martin", "Rose", LocalDate.of(1987, 3, 4));
        put("Martin", "Rose", null);
        putBornIn(1986, "Martin", "Rose");

        assertThat(index.find("martin rose 04/03/1987", "centre", 4))
                .extracting(found -> found.birthDate() == null ? found.birthYear() : found.birthDate())
                .containsExactly(LocalDate.of(1987, 3, 4), 1987, LocalDate.of(1987, 9, 9), null);
    }

    @ParameterizedTest
    @CsvSource({
        "Le Biann, Solene, 1987-12-03, true",
        "Le Biann, Solene, 1987, true",
        "Le Biann, Solene, 1986, false",
        "Le Bihan, Solène, 1986-12-31, false",
        "Le Bihan, Solène, , true",
        "Le Biann, Solene, , false",
        "Lefevre, Anais, 1984, true",
        "Lefebvre, Anaïs, 1985, false",
        "Durand, Anaïs, 1984, false",
        "Nguyen, , 1984, true",
    })
    void who_may_be_of_that_year_is_near_by_a_name_that_is_near(
            String familyName, @Nullable String givenName, @Nullable String born, boolean near) {
        var birth = born == null ? null : Birth.ofIso(born);
        var sought = new Identity(
                familyName,
                givenName,
                birth == null ? null : birth.day(),
                birth == null ? null : birth.yearAlone(),
                null,
                null,
                null,
                List.of(),
                List.of());

        assertThat(index.near(sought, "centre", 3).isEmpty()).isEqualTo(!near);
    }

    @Test
    void who_moves_is_still_found_by_the_year() {
        var person = putBornIn(1991, "Mobile", "Luce");

        index.move(person, "north");

        assertThat(index.find("mobile 1991", "north", 20))
                .singleElement()
                .extracting(NameIndex.Found::birthYear)
                .isEqualTo(1991);
    }

    @ParameterizedTest
    @CsvSource({
        "Lefevre, Anais, 1984-05-02, true",
        "Lefevre, Anais, 1984-02-05, true",
        "Lefevre, Anais, 1984-05-03, false",
        "Durand, Anais, 1984-05-02, false",
        "LEFEBVRE, anaïs, , true",
        "Lefevre, Anais, , false",
        "Nguyen, , 1990-01-01, true",
        "d’angelo, chloe, 1990-01-01, true",
        "Inconnu, Jean, 1950-01-01, false",
    })
    void a_near_match_has_the_name_and_the_birth_date_as_far_as_they_are_known(
            String familyName, @Nullable String givenName, @Nullable LocalDate birthDate, boolean near) {
        assertThat(index.near(
                                new Identity(
                                        familyName, givenName, birthDate, null, null, null, null, List.of(), List.of()),
                                "centre",
                                3)
                        .isEmpty())
                .isEqualTo(!near);
    }

    @Test
    void the_year_of_birth_alone_finds() {
        assertThat(index.find("1984", "centre", 20))
                .extracting(NameIndex.Found::familyName)
                .containsExactlyInAnyOrder("Lefebvre", "Martin");
    }

    @Test
    void another_units_persons_are_not_found() {
        assertThat(index.find("Lefebvre", "north", 20)).isEmpty();
    }

    @Test
    void a_person_is_found_by_the_name_they_had_and_the_one_they_go_by() {
        var person = UUID.randomUUID();
        index.put(
                person,
                "centre",
                KEY,
                new Identity(
                        "Kowalski",
                        "Irena",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("Mamie Irène"),
                        List.of("Wisniewska")));

        assertThat(index.find("mamie", "centre", 20).getFirst().personId()).isEqualTo(person);
        assertThat(index.find("irena visnievska", "centre", 20).getFirst().personId())
                .isEqualTo(person);
    }

    @Test
    void who_bears_a_name_comes_before_who_once_bore_it() {
        index.put(
                UUID.randomUUID(),
                "centre",
                KEY,
                new Identity("Actuel", "Rose", null, null, null, null, null, List.of(), List.of("Jadis")));
        put("Jadis", "Rose", null);

        assertThat(index.find("jadis rose", "centre", 20))
                .extracting(NameIndex.Found::familyName)
                .startsWith("Jadis", "Actuel");
    }

    @Test
    void who_has_no_other_name_than_those_typed_comes_before_who_has_more() {
        put("Court-Durand", "Rose", null);
        put("Court", "Rose", null);
        put("Durand-Court", "Rose", null);

        assertThat(index.find("court rose", "centre", 20))
                .extracting(NameIndex.Found::familyName)
                .startsWith("Court");
    }

    @Test
    void who_moves_is_found_by_the_new_unit_under_all_their_names() {
        var person = UUID.randomUUID();
        index.put(
                person,
                "centre",
                KEY,
                new Identity("Mobile", null, null, null, null, null, null, List.of(), List.of("Nomade")));

        index.move(person, "north");

        assertThat(index.find("nomade", "north", 20)).hasSize(1);
        assertThat(index.find("mobile", "centre", 20)).isEmpty();
    }

    @Test
    void who_was_removed_is_not_found() {
        var person = put("Partie", "Luce", null);

        index.remove(person);

        assertThat(index.find("Partie", "centre", 20))
                .extracting(NameIndex.Found::personId)
                .doesNotContain(person);
    }

    @Test
    void nobody_is_found_by_a_name_whose_key_may_not_be_used() throws IOException {
        var taken = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);
        var person = UUID.randomUUID();
        try (var withOneTaken = new NameIndex(
                keys -> keys.stream().filter(key -> !key.equals(taken)).collect(Collectors.toSet()))) {
            withOneTaken.put(person, "centre", taken, named("Suspendue", "Luce"));
            withOneTaken.put(UUID.randomUUID(), "centre", KEY, named("Suspendue", "Anne"));

            assertThat(withOneTaken.find("Suspendue", "centre", 20))
                    .extracting(NameIndex.Found::givenName)
                    .containsExactly("Anne");
            assertThat(withOneTaken.find(SoughtElsewhere.of("Suspendue Luce"), 20))
                    .isEmpty();
            assertThat(withOneTaken.near(named("Suspendue", "Luce"), "centre", 3))
                    .isEmpty();
            assertThat(withOneTaken.all(List.of(person))).isEmpty();
        }
    }

    @Test
    void who_is_put_twice_is_found_once() {
        var person = put("Double", "Luce", null);

        index.put(
                person,
                "centre",
                KEY,
                new Identity("Double", "Lucie", null, null, null, null, null, List.of(), List.of()));

        assertThat(index.find("Double", "centre", 20)).hasSize(1);
    }

    @Test
    void no_more_are_found_than_asked_for() {
        IntStream.range(0, 30).forEach(_ -> put("Semblable", "Paul", null));

        assertThat(index.find("Semblable", "centre", 20)).hasSize(20);
    }

    @Test
    void punctuation_alone_finds_nobody() {
        assertThat(index.find("?!*", "centre", 20)).isEmpty();
    }

    private static Identity named(String familyName, String givenName) {
        return new Identity(familyName, givenName, null, null, null, null, null, List.of(), List.of());
    }

    private UUID putBornIn(int year, String familyName, String givenName) {
        var person = UUID.randomUUID();
        index.put(
                person,
                "centre",
                KEY,
                new Identity(familyName, givenName, null, year, null, null, null, List.of(), List.of()));
        return person;
    }

    private UUID put(String familyName, @Nullable String givenName, @Nullable LocalDate birthDate) {
        var person = UUID.randomUUID();
        index.put(
                person,
                "centre",
                KEY,
                new Identity(familyName, givenName, birthDate, null, null, null, null, List.of(), List.of()));
        return person;
    }
}
