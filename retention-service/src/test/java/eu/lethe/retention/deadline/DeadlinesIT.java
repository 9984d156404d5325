package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DeadlinesIT extends RunningRetention {

    private static final LocalDate FAR = LocalDate.parse("2200-01-01");

    @Autowired
    private Replay replay;

    private UUID person = UUID.randomUUID();
    private UUID file = UUID.randomUUID();
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void somebody_new() {
        person = UUID.randomUUID();
        file = UUID.randomUUID();
        today = clock.today();
    }

    @Test
    void a_new_file_falls_due_one_year_after_it_was_opened() {
        happens(Persons.registered(person), Persons.opened(file, person, today));

        eventually(
                "due: the file's own deadline, no longer that of a person without a file",
                () -> deadlines().stream()
                        .map(item -> item.at("/fileId").asString(""))
                        .toList()
                        .equals(List.of(file.toString())));
        eventuallyDue("single-visit " + today.plusYears(1));
    }

    @Test
    void a_second_contact_makes_it_a_support_file_due_two_years_after_the_last() {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today.minusDays(30)),
                Persons.contact(file, person, today.minusDays(20)),
                Persons.contact(file, person, today.minusDays(10)));

        eventuallyDue("support-file " + today.minusDays(10).plusYears(2));
    }

    @Test
    void a_contact_written_down_late_does_not_bring_the_deadline_forward() {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today.minusDays(30)),
                Persons.contact(file, person, today.minusDays(1)),
                Persons.contact(file, person, today.minusDays(25)));

        eventuallyDue("support-file " + today.minusDays(1).plusYears(2));
    }

    @Test
    void a_contact_delivered_twice_counts_once() {
        var contact = Persons.contact(file, person, today);
        happens(Persons.registered(person), Persons.opened(file, person, today), contact, contact);
        happens(Persons.contact(file, UUID.randomUUID(), today));

        eventuallyDue("single-visit " + today.plusYears(1));
    }

    @Test
    void a_withdrawn_consent_makes_due_at_once_what_no_other_basis_covers() {
        var consent = UUID.randomUUID();
        happens(
                Persons.registered(person),
                Persons.granted(consent, person, today, Compartment.IDENTITY),
                Persons.withdrawn(consent, person, today, Compartment.IDENTITY));

        eventuallyDue("consent-withdrawn " + today, "single-visit " + today.plusYears(1));
    }

    @Test
    void a_file_opened_afterwards_covers_it_again() {
        var consent = UUID.randomUUID();
        happens(
                Persons.registered(person),
                Persons.granted(consent, person, today, Compartment.IDENTITY),
                Persons.withdrawn(consent, person, today, Compartment.IDENTITY));
        eventuallyDue("consent-withdrawn " + today, "single-visit " + today.plusYears(1));

        happens(Persons.opened(file, person, today));

        eventuallyDue("single-visit " + today.plusYears(1));
    }

    @Test
    void the_list_is_of_what_falls_due_before_a_day_of_one_rule_or_unit() {
        happens(Persons.registered(person), Persons.opened(file, person, today));
        eventuallyDue("single-visit " + today.plusYears(1));
        var due = today.plusYears(1);

        assertThat(listed("?dueBefore=" + due)).isFalse();
        assertThat(listed("?dueBefore=" + due.plusDays(1))).isTrue();
        assertThat(listed("?dueBefore=" + FAR + "&rule=support-file")).isFalse();
        assertThat(listed("?dueBefore=" + FAR + "&unit=north")).isFalse();
        assertThat(listed("?dueBefore=" + FAR + "&unit=centre&rule=single-visit"))
                .isTrue();
    }

    @Test
    void a_list_without_a_proper_day_is_refused() {
        assertThat(get(Someone.ADMIN, "/api/retention/deadlines").status()).isEqualTo(400);
        assertThat(get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=soon").status())
                .isEqualTo(400);
    }

    @Test
    void the_deadlines_can_be_dropped_and_built_anew() throws InterruptedException {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                Persons.contact(file, person, today),
                Persons.contact(file, person, today));
        eventuallyDue("support-file " + today.plusYears(2));
        var before = get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=" + FAR);

        replay.start("deadlines");
        replay.awaitCaughtUp("deadlines", Duration.ofSeconds(60));

        assertThat(get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=" + FAR))
                .isEqualTo(before);
    }

    @Test
    void the_schedule_can_be_read_in_words() {
        assertThat(get(Someone.WORKER, "/api/retention/schedule")
                        .each("/items")
                        .filter(rule -> rule.at("/code").asString().equals("support-file"))
                        .map(rule -> rule.at("/label").asString()))
                .containsExactly("Dossier d’accompagnement\u00a0: deux ans après le dernier contact");
    }

    private void eventuallyDue(String... rulesAndDays) {
        eventually(
                "due: " + List.of(rulesAndDays),
                () -> deadlines().stream()
                        .map(item -> item.at("/rule").asString() + " "
                                + item.at("/dueOn").asString())
                        .sorted()
                        .toList()
                        .equals(List.of(rulesAndDays)));
    }

    private List<JsonNode> deadlines() {
        return get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=" + FAR)
                .each("/items")
                .filter(item -> item.at("/personId").asString().equals(person.toString()))
                .collect(Collectors.toList());
    }

    private boolean listed(String query) {
        return get(Someone.AUDITOR, "/api/retention/deadlines" + query)
                .each("/items")
                .anyMatch(item -> item.at("/personId").asString().equals(person.toString()));
    }
}
