package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.keys.ConfiguredCompartments;
import eu.lethe.retention.schedule.ShippedSchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final LocalDate OPENED = LocalDate.parse("2026-01-10");
    private static final LocalDate LATER = LocalDate.parse("2026-06-15");

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
        var erased = new Facts(PERSON, "centre", OPENED, true, List.of(file(OPENED, LATER, 3)), List.of());

        assertThat(rules.of(erased)).isEmpty();
    }

    private List<Deadline> withdrawals(List<Facts.File> files, List<Facts.Consent> consents) {
        return rules.of(person(files, consents)).stream()
                .filter(deadline -> deadline.rule().equals("consent-withdrawn"))
                .toList();
    }

    private static Facts person(List<Facts.File> files, List<Facts.Consent> consents) {
        return new Facts(PERSON, "centre", OPENED, false, files, consents);
    }

    private static Facts.File file(LocalDate opened, @Nullable LocalDate lastContact, int contacts) {
        return new Facts.File(FILE, "centre", opened, lastContact, contacts);
    }

    private static Facts.Consent consent(@Nullable LocalDate withdrawn, Compartment... compartments) {
        return new Facts.Consent(UUID.randomUUID(), List.of(compartments), withdrawn);
    }
}
