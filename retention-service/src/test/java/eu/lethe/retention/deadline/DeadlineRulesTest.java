package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.deadline.Facts.Dependence;
import eu.lethe.retention.deadline.Facts.Dependence.Duplicate;
import eu.lethe.retention.deadline.Facts.Dependence.LeftBehind;
import eu.lethe.retention.deadline.Facts.Dependence.Source;
import eu.lethe.retention.keys.ConfiguredCompartments;
import eu.lethe.retention.schedule.ShippedSchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final LocalDate OPENED = LocalDate.parse("2026-01-10");
    private static final LocalDate LATER = LocalDate.parse("2026-06-15");

    private static final LocalDate MAJORITY = LocalDate.parse("2035-05-12");

    private final DeadlineRules rules = new DeadlineRules(ShippedSchedule.read(), ConfiguredCompartments.all());

    @Test
    void a_new_file_is_kept_one_year_from_its_opening() {
        assertThat(rules.of(person(List.of(file(OPENED, null, 0)), List.of())))
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.rule()).isEqualTo("single-visit");
                    assertThat(deadline.dueOn()).isEqualTo("2027-01-10");
                });
    }

    @Test
    void a_file_with_follow_up_is_kept_two_years_from_the_last_contact() {
        assertThat(rules.of(person(List.of(file(OPENED, LATER, 2)), List.of())))
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.rule()).isEqualTo("support-file");
                    assertThat(deadline.dueOn()).isEqualTo("2028-06-15");
                    assertThat(deadline.fileId()).isEqualTo(FILE);
                });
    }

    @Test
    void everything_falls_due_with_the_file_but_the_evidence_of_consents_and_rights() {
        assertThat(rules.of(person(List.of(file(OPENED, LATER, 2)), List.of()))
                        .getFirst()
                        .compartments())
                .extracting(Compartment::code)
                .containsExactlyInAnyOrder("identity", "narrative", "coding", "third-party", "health");
    }

    @Test
    void who_was_registered_and_never_got_a_file_is_not_kept_for_ever() {
        assertThat(rules.of(person(List.of(), List.of()))).singleElement().satisfies(deadline -> {
            assertThat(deadline.rule()).isEqualTo("single-visit");
            assertThat(deadline.fileId()).isNull();
        });
    }

    @Test
    void a_withdrawn_consent_makes_due_at_once_what_nothing_else_covers() {
        var withdrawn = consent(LATER, Compartment.IDENTITY, Compartment.NARRATIVE);

        assertThat(withdrawals(List.of(), List.of(withdrawn))).singleElement().satisfies(deadline -> {
            assertThat(deadline.dueOn()).isEqualTo(LATER);
            assertThat(deadline.compartments()).containsExactly(Compartment.IDENTITY, Compartment.NARRATIVE);
        });
    }

    @Test
    void a_live_file_rests_on_the_public_task_and_covers_everything() {
        var withdrawn = consent(LATER, Compartment.IDENTITY);

        assertThat(withdrawals(List.of(file(OPENED, null, 0)), List.of(withdrawn)))
                .isEmpty();
    }

    @Test
    void another_consent_in_force_covers_its_own_compartments() {
        var withdrawn = consent(LATER, Compartment.IDENTITY, Compartment.NARRATIVE);
        var inForce = consent(null, Compartment.IDENTITY);

        assertThat(withdrawals(List.of(), List.of(withdrawn, inForce)))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.compartments()).containsExactly(Compartment.NARRATIVE));
    }

    @Test
    void a_consent_in_force_makes_nothing_due() {
        assertThat(withdrawals(List.of(), List.of(consent(null, Compartment.IDENTITY))))
                .isEmpty();
    }

    @Test
    void the_erased_have_no_deadline() {
        var erased = new Facts(
                PERSON, "centre", OPENED, true, List.of(file(OPENED, LATER, 3)), List.of(), List.of(), List.of(), null);

        assertThat(rules.of(erased)).isEmpty();
    }

    @Test
    void health_data_goes_a_year_before_the_rest_of_a_file_with_follow_up() {
        var file = new Facts.File(FILE, "centre", OPENED, LATER, 2, true, null);

        assertThat(rules.of(person(List.of(file), List.of())))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(
                        tuple("support-file", LocalDate.parse("2028-06-15")),
                        tuple("health", LocalDate.parse("2027-06-15")));
    }

    @Test
    void health_data_of_a_single_visit_goes_with_the_file() {
        var file = new Facts.File(FILE, "centre", OPENED, LATER, 1, true, null);

        assertThat(rules.of(person(List.of(file), List.of())))
                .extracting(Deadline::rule)
                .containsExactly("single-visit");
    }

    @Test
    void a_contact_on_a_second_record_counts_for_the_one_that_is_kept() {
        var absorbed = new Facts.File(UUID.randomUUID(), "centre", OPENED, LATER, 1, false, null);

        assertThat(rules.of(new Facts(
                        PERSON,
                        "centre",
                        OPENED,
                        false,
                        List.of(file(OPENED, OPENED, 1)),
                        List.of(absorbed),
                        List.of(),
                        List.of(),
                        null)))
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.rule()).isEqualTo("support-file");
                    assertThat(deadline.since()).isEqualTo(LATER);
                });
    }

    @Test
    void a_second_record_has_no_deadline_until_the_merge_is_settled_and_is_due_at_once_then() {
        assertThat(rules.of(dependent(new Duplicate(null)))).isEmpty();
        assertThat(rules.of(dependent(new Duplicate(LATER)))).singleElement().satisfies(deadline -> {
            assertThat(deadline.rule()).isEqualTo("merged");
            assertThat(deadline.dueOn()).isEqualTo(LATER);
        });
    }

    @Test
    void what_was_reported_is_reviewed_after_a_year_and_again_when_the_worker_says() {
        assertThat(rules.of(dependent(source(null, null, null))))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(tuple("third-party", OPENED.plusYears(1)));
        assertThat(rules.of(dependent(source(LATER, LATER.plusYears(1), null))))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(tuple("third-party", LATER.plusYears(1)));
    }

    @Test
    void what_proved_unfounded_is_due_after_six_months_and_nothing_else_of_the_person_is() {
        assertThat(rules.of(dependent(source(LATER, LATER.plusYears(1), LATER))))
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.rule()).isEqualTo("third-party-unfounded");
                    assertThat(deadline.dueOn()).isEqualTo(LATER.plusMonths(6));
                    assertThat(deadline.compartments()).containsExactly(Compartment.THIRD_PARTY);
                });
    }

    @Test
    void what_an_erased_person_left_behind_is_due_at_once() {
        assertThat(rules.of(dependent(new LeftBehind("centre", LATER))))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(tuple("left-behind", LATER));
    }

    @Test
    void a_file_of_child_protection_is_kept_three_years_from_majority() {
        assertThat(rules.of(person(List.of(protectedFile(MAJORITY, false)), List.of())))
                .extracting(Deadline::rule, Deadline::since, Deadline::dueOn, Deadline::fileId)
                .containsExactly(tuple("child-protection", MAJORITY, MAJORITY.plusYears(3), FILE));
    }

    @Test
    void health_data_of_child_protection_is_kept_with_the_file() {
        assertThat(rules.of(person(List.of(protectedFile(MAJORITY, true)), List.of())))
                .extracting(Deadline::rule)
                .containsExactly("child-protection");
    }

    @Test
    void health_data_is_kept_until_child_protection_ends_also_where_a_later_contact_keeps_the_file_longer() {
        var grownUp = protectedFile(LATER.minusMonths(17), true);

        assertThat(rules.of(person(List.of(grownUp), List.of())))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactlyInAnyOrder(
                        tuple("support-file", LATER.plusYears(2)),
                        tuple("health", LATER.minusMonths(17).plusYears(3)));
    }

    @Test
    void who_came_again_long_after_coming_of_age_has_a_file_like_anybody() {
        var grownUp = protectedFile(LATER.minusYears(2), false);

        assertThat(rules.of(person(List.of(grownUp), List.of())))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(tuple("support-file", LATER.plusYears(2)));
    }

    @Test
    void child_protection_in_a_second_record_counts_for_the_one_that_is_kept() {
        var kept = new Facts(
                PERSON,
                "centre",
                OPENED,
                false,
                List.of(file(OPENED, LATER, 2)),
                List.of(protectedFile(MAJORITY, false)),
                List.of(),
                List.of(),
                null);
        var keptWithoutFile = new Facts(
                PERSON,
                "centre",
                OPENED,
                false,
                List.of(),
                List.of(protectedFile(MAJORITY, false)),
                List.of(),
                List.of(),
                null);

        assertThat(Stream.of(kept, keptWithoutFile).map(rules::of).flatMap(List::stream))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsOnly(tuple("child-protection", MAJORITY.plusYears(3)));
    }

    @Test
    void the_evidence_of_consents_is_kept_five_years_after_the_last_one_ended() {
        assertThat(rules.of(withEvidence(false, new Facts.Evidence(Compartment.CONSENT, LATER))))
                .filteredOn(deadline -> deadline.compartments().equals(List.of(Compartment.CONSENT)))
                .extracting(Deadline::rule, Deadline::since, Deadline::dueOn)
                .containsExactly(tuple("consent-evidence", LATER, LATER.plusYears(5)));
    }

    @Test
    void evidence_of_a_consent_in_force_is_not_due_at_any_time() {
        assertThat(rules.of(withEvidence(false, new Facts.Evidence(Compartment.CONSENT, null))))
                .extracting(Deadline::rule)
                .containsExactly("single-visit");
    }

    @Test
    void what_was_answered_is_kept_five_years() {
        assertThat(rules.of(withEvidence(false, new Facts.Evidence(Compartment.RIGHTS, LATER))))
                .filteredOn(deadline -> deadline.compartments().equals(List.of(Compartment.RIGHTS)))
                .extracting(Deadline::rule, Deadline::since, Deadline::dueOn)
                .containsExactly(tuple("rights-request", LATER, LATER.plusYears(5)));
    }

    @Test
    void what_is_left_of_the_erased_falls_due_too() {
        assertThat(rules.of(withEvidence(
                        true,
                        new Facts.Evidence(Compartment.CONSENT, LATER),
                        new Facts.Evidence(Compartment.RIGHTS, OPENED))))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(
                        tuple("consent-evidence", LATER.plusYears(5)), tuple("rights-request", OPENED.plusYears(5)));
    }

    private static Facts withEvidence(boolean erased, Facts.Evidence... evidence) {
        return new Facts(PERSON, "centre", OPENED, erased, List.of(), List.of(), List.of(), List.of(evidence), null);
    }

    private static Facts.File protectedFile(LocalDate majority, boolean health) {
        return new Facts.File(FILE, "centre", OPENED, LATER, 2, health, majority);
    }

    private static Facts dependent(Dependence dependence) {
        return new Facts(PERSON, "centre", null, false, List.of(), List.of(), List.of(), List.of(), dependence);
    }

    private static Source source(
            @Nullable LocalDate reviewed, @Nullable LocalDate nextReview, @Nullable LocalDate dismissed) {
        return new Source(FILE, "centre", OPENED, reviewed, nextReview, dismissed, false);
    }

    private List<Deadline> withdrawals(List<Facts.File> files, List<Facts.Consent> consents) {
        return rules.of(person(files, consents)).stream()
                .filter(deadline -> deadline.rule().equals("consent-withdrawn"))
                .toList();
    }

    private static Facts person(List<Facts.File> files, List<Facts.Consent> consents) {
        return new Facts(PERSON, "centre", OPENED, false, files, List.of(), consents, List.of(), null);
    }

    private static Facts.File file(LocalDate opened, @Nullable LocalDate lastContact, int contacts) {
        return new Facts.File(FILE, "centre", opened, lastContact, contacts, false, null);
    }

    private static Facts.Consent consent(@Nullable LocalDate withdrawn, Compartment... compartments) {
        return new Facts.Consent(UUID.randomUUID(), List.of(compartments), withdrawn);
    }
}
