package eu.lethe.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fictitious persons and what is written about them. */
class CastTest {

    private static final LocalDate TODAY = LocalDate.parse(StubAgency.TODAY);
    private static final List<DemoPerson> EVERYBODY = everybody();

    static List<DemoPerson> everybody() {
        var cast = new Cast(TODAY);
        return IntStream.range(0, DemoData.PERSONS).mapToObj(cast::person).toList();
    }

    @Test
    void the_same_day_gives_the_same_people() {
        assertThat(everybody()).isEqualTo(EVERYBODY);
    }

    @Test
    void of_some_the_year_of_birth_alone_is_known() {
        assertThat(EVERYBODY.stream().map(DemoPerson::born))
                .anyMatch(DemoBirth::dayIsKnown)
                .anyMatch(born -> !born.dayIsKnown());
    }

    @Test
    void no_sentence_is_left_half_filled() {
        assertThat(texts())
                .allSatisfy(text -> assertThat(text)
                        .isNotBlank()
                        .doesNotContain("{", "}", "[", "]", "<", ">", "|", "  ")
                        .matches("(?s).*[.!?»]$"));
    }

    @Test
    void nor_is_one_beside_the_contacts() {
        assertThat(EVERYBODY.stream().map(DemoPerson::episodes).flatMap(CastTest::textsBesideContacts))
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "[", "]", "<", ">", "|", "  "));
    }

    @Test
    void there_are_more_than_a_hundred_sentences_to_choose_from() {
        var sentences = Situation.all().stream()
                .mapToInt(
                        it -> it.first().size() + it.course().size() + it.last().size())
                .sum();

        assertThat(sentences).isGreaterThan(100);
    }

    @Test
    void every_code_is_in_the_nomenclature() throws IOException {
        var nomenclature = nomenclature();

        assertThat(EVERYBODY.stream()
                        .flatMap(it -> it.contacts().stream())
                        .flatMap(it -> it.codes().stream())
                        .collect(Collectors.toSet()))
                .isSubsetOf(nomenclature);
    }

    @Test
    void contacts_are_within_three_years_in_order_and_on_working_days() {
        assertThat(EVERYBODY)
                .allSatisfy(person -> assertThat(person.contacts().stream()
                                .map(DemoPerson.Contact::date)
                                .toList())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(day -> !day.isAfter(TODAY)
                                && day.isAfter(TODAY.minusYears(3).minusDays(4)))
                        .noneMatch(day ->
                                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY));
    }

    @Test
    void about_eight_of_a_hundred_files_are_past_their_deadline() {
        assertThat(EVERYBODY.stream().filter(it -> due(it).isBefore(TODAY)).count())
                .isBetween(20L, 28L);
    }

    @Test
    void some_files_are_near_their_deadline_and_most_are_far_from_it() {
        assertThat(EVERYBODY.stream()
                        .filter(it -> !due(it).isBefore(TODAY) && due(it).isBefore(TODAY.plusDays(62)))
                        .count())
                .isBetween(25L, 45L);
        assertThat(EVERYBODY.stream()
                        .filter(it -> due(it).isAfter(TODAY.plusDays(90)))
                        .count())
                .isGreaterThan(210);
    }

    @Test
    void some_come_once_and_some_for_years() {
        assertThat(EVERYBODY.stream().filter(it -> it.contacts().size() == 1).count())
                .isBetween(50L, 110L);
        assertThat(EVERYBODY.stream().filter(it -> it.contacts().size() > 20).count())
                .isBetween(25L, 80L);
    }

    @Test
    void a_long_support_does_not_repeat_itself_at_once() {
        assertThat(EVERYBODY).allSatisfy(person -> {
            var texts = person.contacts().stream().map(DemoPerson.Contact::text).toList();
            assertThat(IntStream.range(1, texts.size())
                            .noneMatch(i -> texts.get(i).equals(texts.get(i - 1))))
                    .isTrue();
        });
    }

    @Test
    void telephone_numbers_and_mail_addresses_reach_nobody() {
        assertThat(EVERYBODY.stream().map(DemoPerson::phone).filter(Objects::nonNull))
                .allMatch(phone -> phone.startsWith("06 39 98 "));
        assertThat(EVERYBODY.stream().map(DemoPerson::email).filter(Objects::nonNull))
                .allMatch(email -> email.matches("[a-z.-]+@example\\.org"));
    }

    @Test
    void every_family_name_has_a_chance() {
        var names = EVERYBODY.stream().map(DemoPerson::familyName).collect(Collectors.toSet());

        assertThat(names.size()).isGreaterThan(130);
    }

    private static List<String> texts() {
        return EVERYBODY.stream()
                .flatMap(it -> it.contacts().stream())
                .map(DemoPerson.Contact::text)
                .toList();
    }

    private static Stream<String> textsBesideContacts(Episodes episodes) {
        var report = episodes.report();
        var assessment = episodes.assessment();
        var referral = episodes.referral();
        return Stream.of(
                        report == null ? Stream.<String>empty() : Stream.of(report.text()),
                        assessment == null
                                ? Stream.<String>empty()
                                : Stream.of(assessment.situation(), assessment.analysis(), assessment.goal()),
                        referral == null ? Stream.<String>empty() : Stream.of(referral.text()))
                .flatMap(Function.identity());
    }

    private static LocalDate due(DemoPerson person) {
        return person.contacts().getLast().date().plusYears(person.contacts().size() == 1 ? 1 : 2);
    }

    private static Set<String> nomenclature() throws IOException {
        try (var stream = CastTest.class.getResourceAsStream("/catalogue/nomenclature.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[2])
                    .collect(Collectors.toSet());
        }
    }
}
