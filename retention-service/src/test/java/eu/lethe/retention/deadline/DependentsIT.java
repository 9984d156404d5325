package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the deadlines are of those who depend on a person, and of a person whose file changes. */
class DependentsIT extends RunningRetention {

    private final UUID person = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();
    private final UUID source = UUID.randomUUID();
    private final UUID information = UUID.randomUUID();
    private final UUID duplicate = UUID.randomUUID();
    private final UUID duplicateFile = UUID.randomUUID();
    private final Instant then = Instant.parse("2026-01-01T10:00:00Z");
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void somebody_new() {
        today = clock.today();
    }

    @Test
    void what_was_reported_is_reviewed_after_a_year_and_shown_with_its_file() {
        happens(Persons.registered(person), Persons.opened(file, person, today), reported());

        eventually("the review is due", () -> due(source).equals(List.of("third-party " + today.plusYears(1))));
        assertThat(deadlines(source)).singleElement().satisfies(deadline -> {
            assertThat(deadline.at("/fileId").asString()).isEqualTo(file.toString());
            assertThat(deadline.at("/action").asString()).isEqualTo("review");
            assertThat(deadline.at("/unit").asString()).isEqualTo("centre");
        });
    }

    @Test
    void what_is_kept_is_reviewed_again_and_nothing_else_moves() {
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(9)), reported());
        happens(Persons.kept(information, file, person, today.plusDays(5)));

        eventually(
                "the next review",
                () -> due(source)
                        .equals(List.of("third-party " + today.plusDays(5).plusYears(1))));
        eventuallySettled(person, "single-visit " + today.minusDays(9).plusYears(1));
    }

    @Test
    void what_is_dismissed_is_due_after_six_months_whatever_order_it_is_told_in_and_however_often() {
        var dismissed = Persons.dismissed(information, source, file, person, today);
        happens(dismissed, Persons.kept(information, file, person, today.minusDays(1)), reported(), reported());
        happens(dismissed, Persons.opened(file, person, today), Persons.registered(person), reported());

        eventuallySettled(person, "single-visit " + today.plusYears(1));
        eventually(
                "the erasure is due",
                () -> due(source).equals(List.of("third-party-unfounded " + today.plusMonths(6))));
    }

    @Test
    void a_transferred_file_takes_its_deadlines_and_what_was_reported_to_the_new_unit() {
        happens(Persons.registered(person), Persons.opened(file, person, today), reported());
        eventually("known", () -> !due(source).isEmpty() && !due(person).isEmpty());

        happens(
                Persons.transferred(file, person, "north"),
                new PersonTransferred(person, "north", UUID.randomUUID(), Instant.now()));

        eventually(
                "moved",
                () -> units(person).equals(List.of("north")) && units(source).equals(List.of("north")));
        happens(reported());
        eventuallySettled(source, "third-party " + today.plusYears(1));
        assertThat(units(source)).containsExactly("north");
    }

    @Test
    void a_contact_told_late_does_not_move_the_file_back_to_its_old_unit() {
        var before = Persons.contact(file, person, today.minusDays(5));
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)));
        happens(Persons.transferred(file, person, "north"), before);

        eventuallySettled(person, "single-visit " + today.minusDays(5).plusYears(1));
        assertThat(units(person)).containsExactly("north");
    }

    @Test
    void a_withdrawn_contact_lets_the_last_contact_move_back_and_the_new_day_is_announced() {
        var right = Persons.contact(file, person, today.minusDays(40));
        var wrong = Persons.contact(file, person, today);
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)), right, wrong);
        eventually("follow-up", () -> due(person).equals(List.of("support-file " + today.plusYears(2))));

        happens(Persons.withdrawn(wrong), Persons.withdrawn(wrong));

        eventually(
                "one visit",
                () -> due(person)
                        .equals(List.of("single-visit " + today.minusDays(40).plusYears(1))));
    }

    @Test
    void a_contact_that_comes_back_counts_again_whatever_is_told_twice_or_late() {
        var first = Persons.contact(file, person, today.minusDays(40));
        var mistaken = Persons.contact(file, person, today);
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)), first, mistaken);
        var withdrawn = Persons.withdrawn(mistaken);
        happens(withdrawn);
        eventually(
                "one visit",
                () -> due(person)
                        .equals(List.of("single-visit " + today.minusDays(40).plusYears(1))));

        happens(Persons.restored(mistaken), withdrawn);

        eventuallySettled(person, "support-file " + today.plusYears(2));
    }

    @Test
    void a_withdrawal_told_before_the_contact_counts_all_the_same() {
        var wrong = Persons.contact(file, person, today);
        happens(Persons.withdrawn(wrong), wrong);
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)));

        eventuallySettled(person, "single-visit " + today.minusDays(50).plusYears(1));
    }

    @Test
    void a_corrected_day_moves_the_deadline_even_when_it_is_told_first() {
        var contact = Persons.contact(file, person, today);
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)));
        happens(Persons.corrected(contact, today.minusDays(3)), contact, contact);

        eventuallySettled(person, "single-visit " + today.minusDays(3).plusYears(1));
    }

    @Test
    void of_a_contact_told_again_where_it_was_moved_the_last_day_told_counts() {
        var moved = Persons.contact(file, person, today.minusDays(9), then);
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today.minusDays(50)),
                moved,
                Persons.corrected(moved, today.minusDays(5), then),
                Persons.corrected(moved, today.minusDays(7), then));

        eventuallySettled(person, "single-visit " + today.minusDays(7).plusYears(1));
    }

    @Test
    void health_codes_make_health_data_due_before_the_rest() {
        var contact = Persons.contact(file, person, today);
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                contact,
                Persons.contact(file, person, today),
                Persons.codedHealth(contact, 1));

        eventually(
                "both are due",
                () -> due(person)
                        .equals(List.of("health " + today.plusYears(1), "support-file " + today.plusYears(2))));
    }

    @Test
    void a_merged_record_has_no_deadline_and_its_last_contact_counts_for_the_one_kept() {
        twoRecords();

        happens(Persons.merged(person, duplicate, today.plusDays(30), then));

        eventually("no deadline", () -> due(duplicate).isEmpty());
        eventually("its contact counts", () -> due(person).equals(List.of("support-file " + today.plusYears(2))));
        happens(Persons.contact(duplicateFile, duplicate, today.plusDays(1)));
        eventually(
                "a new one counts too",
                () -> due(person)
                        .equals(List.of("support-file " + today.plusDays(1).plusYears(2))));
    }

    @Test
    void a_merge_undone_stays_undone_though_it_is_told_again() {
        twoRecords();
        var merged = Persons.merged(person, duplicate, today.plusDays(30), then);
        happens(Persons.undone(person, duplicate, then.plusSeconds(60)), merged, merged);

        eventuallySettled(person, "single-visit " + today.minusDays(20).plusYears(1));
        assertThat(due(duplicate)).containsExactly("single-visit " + today.plusYears(1));
    }

    @Test
    void a_settled_merge_makes_the_second_record_due_at_once() {
        twoRecords();

        happens(
                Persons.settled(person, duplicate, today, then.plusSeconds(90)),
                Persons.merged(person, duplicate, today, then));

        eventually("due at once", () -> due(duplicate).equals(List.of("merged " + today)));
        eventually("its contact counts", () -> due(person).equals(List.of("support-file " + today.plusYears(2))));
    }

    @Test
    void what_falls_due_for_review_is_erased_by_no_run() {
        happens(Persons.registered(person), Persons.opened(file, person, today), reported(today.minusYears(3)));
        eventually("due", () -> !due(source).isEmpty());

        var byRule = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("rule", "third-party", "dueBefore", today, "reason", "deadline"));
        assertThat(byRule.status()).isEqualTo(201);
        assertThat(byRule.at("/preview/erasable").asInt()).isZero();
        var preview = post(
                Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", List.of(source), "reason", "deadline"));
        assertThat(preview.textAt("/preview/held/0/cause")).isEqualTo("reviewed");
    }

    private void twoRecords() {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today.minusDays(30)),
                Persons.contact(file, person, today.minusDays(20)),
                Persons.registered(duplicate),
                Persons.opened(duplicateFile, duplicate, today.minusDays(30)),
                Persons.contact(duplicateFile, duplicate, today));
        eventually(
                "two records",
                () -> due(person)
                                .equals(List.of(
                                        "single-visit " + today.minusDays(20).plusYears(1)))
                        && due(duplicate).equals(List.of("single-visit " + today.plusYears(1))));
    }

    private DomainEvent reported() {
        return reported(today);
    }

    private DomainEvent reported(LocalDate on) {
        return Persons.reported(information, source, file, person, on);
    }

    /** Waits until messages that follow have been dealt with too, so that what is due does not change any more. */
    private void eventuallySettled(UUID subject, String due) {
        var marker = UUID.randomUUID();
        ContactRecorded last = Persons.contact(UUID.randomUUID(), marker, today);
        happens(Persons.registered(marker), last);
        eventually("the marker is due", () -> !due(marker).isEmpty());
        eventually("due: " + due, () -> due(subject).equals(List.of(due)));
    }

    private List<String> due(UUID subject) {
        return deadlines(subject).stream()
                .map(item ->
                        item.at("/rule").asString() + " " + item.at("/dueOn").asString())
                .sorted()
                .toList();
    }

    private List<String> units(UUID subject) {
        return deadlines(subject).stream()
                .map(item -> item.at("/unit").asString())
                .toList();
    }

    private List<JsonNode> deadlines(UUID subject) {
        return get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01")
                .each("/items")
                .filter(item -> item.at("/personId").asString().equals(subject.toString()))
                .toList();
    }
}
