package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The figures of the living follow what becomes of a contact: coded, corrected, withdrawn. */
class ContactChangesIT extends RunningReportingService {

    @Test
    void codes_chosen_afterwards_take_the_place_of_those_there_were() {
        var contact = tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), List.of("P05.1")));
        await().atMost(SOON).until(() -> figure("problems", "health") == 1);

        tell(CONTACTS.coded(contact, List.of("P01.1"), NONE));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isZero();
        assertThat(figure("problems", "health")).isZero();
        assertThat(figure("persons", null)).isEqualTo(1);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void what_another_contact_of_the_year_supports_stays() {
        var person = person();
        var first = tell(CONTACTS.of(person, "centre", day(), List.of("P03.4"), NONE));
        tell(CONTACTS.of(person, "centre", day(), List.of("P03.1", "I01.1"), NONE));
        await().atMost(SOON).until(() -> figure("interventions", "listening") == 1);

        tell(CONTACTS.withdrawn(first));
        // of the same file, hence after the withdrawal
        tell(CONTACTS.of(person, "centre", day(), List.of("P01.1"), NONE));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
        assertThat(figure("persons", null)).isEqualTo(1);
    }

    @Test
    void a_withdrawn_contact_leaves_nothing_in_the_figures_and_those_it_mentioned_neither() {
        var contact =
                tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), List.of("P05.1"), person(), person()));
        await().atMost(SOON).until(() -> figure("persons", null) == 3 && figure("problems", "health") == 1);

        tell(CONTACTS.withdrawn(contact));

        await().atMost(SOON).until(() -> figure("persons", null) == 0);
        assertThat(grid()).contains("\"cells\":[]");
    }

    @Test
    void a_withdrawn_contact_that_comes_back_is_counted_as_it_was_last() {
        var contact = tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), NONE, person()));
        var coded = tell(CONTACTS.coded(contact, List.of("P01.1"), List.of("P05.1")));
        tell(CONTACTS.withdrawn(contact));
        await().atMost(SOON).until(() -> figure("persons", null) == 0 && figure("problems", "health") == 0);

        tell(CONTACTS.restored(contact, coded));

        await().atMost(SOON).until(() -> figure("persons", null) == 2 && figure("problems", "health") == 1);
        assertThat(figure("problems", "access-to-rights")).isEqualTo(1);
        assertThat(figure("problems", "housing")).isZero();
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void a_corrected_date_moves_the_figures_to_its_year() {
        var contact = tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), List.of("P05.1"), person()));
        await().atMost(SOON).until(() -> figure("persons", null) == 2 && figure("problems", "health") == 1);

        var theYearBefore = figuresOfTheYearBefore();

        tell(CONTACTS.corrected(
                contact, day().minusYears(1), contact.mentioned().getFirst()));

        await().atMost(SOON).until(() -> figure("persons", null) == 0 && figure("problems", "health") == 0);
        assertThat(figuresOfTheYearBefore())
                .isEqualTo(List.of(theYearBefore.get(0) + 2, theYearBefore.get(1) + 1, theYearBefore.get(2) + 1));
    }

    @Test
    void a_contact_told_again_with_an_earlier_year_first_counts_once_in_the_year_in_force() {
        var theYearBefore = figuresOfTheYearBefore();
        var moved = tell(
                CONTACTS.of(person(), "centre", day().minusYears(1), List.of("P03.4"), List.of("P05.1"), person()));

        tell(CONTACTS.corrected(moved, day(), moved.mentioned().getFirst()));

        await().atMost(SOON).until(() -> figure("persons", null) == 2 && figure("problems", "health") == 1);
        assertThat(figure("households", null)).isEqualTo(1);
        assertThat(figuresOfTheYearBefore()).isEqualTo(theYearBefore);
    }

    @Test
    void somebody_who_is_not_mentioned_after_all_is_not_counted_and_somebody_else_is() {
        var wrong = person();
        var right = person();
        var contact = tell(CONTACTS.of(person(), "north", day(), NONE, NONE, wrong));
        await().atMost(SOON).until(() -> figureOf("north", "persons", null) == 2);

        tell(CONTACTS.corrected(contact, day(), right));

        await().atMost(SOON).until(() -> !remembered(right).isEmpty());
        assertThat(remembered(wrong)).isEmpty();
        assertThat(figureOf("north", "persons", null)).isEqualTo(2);
    }

    @Test
    void what_happens_while_a_key_is_suspended_is_counted_in_its_order_when_the_key_comes_back() {
        var person = person();
        var key = new KeyId(person, Compartment.CODING, 1);
        NEIGHBOURS.keys().suspend(key);
        var kept = tell(CONTACTS.of(person, "centre", day(), List.of("P03.4"), NONE));
        tell(CONTACTS.coded(kept, List.of("P01.1"), NONE));
        var gone = tell(CONTACTS.of(person, "centre", day(), List.of("I01.1"), NONE));
        tell(CONTACTS.withdrawn(gone));
        await().atMost(SOON).until(() -> waiting(person) == 4);

        NEIGHBOURS.keys().restore(key);
        Topic.publish(new PersonRestored(UUID.randomUUID(), person, Instant.now()));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isZero();
        assertThat(figure("interventions", "listening")).isZero();
        assertThat(waiting(person)).isZero();
    }

    @Test
    void what_was_withdrawn_after_the_person_was_erased_moves_no_figure() {
        var person = person();
        var contact = tell(CONTACTS.of(person, "centre", day(), List.of("P03.4"), NONE));
        await().atMost(SOON).until(() -> figure("problems", "housing") == 1);
        var keys = List.of(new KeyId(person, Compartment.CODING, 1), new KeyId(person, Compartment.HEALTH, 1));
        keys.forEach(NEIGHBOURS.keys()::remove);
        Topic.publish(new KeysRemoved(UUID.randomUUID(), person, keys, true, day(), Instant.now()));
        await().atMost(SOON).until(() -> remembered(person).isEmpty());

        tell(CONTACTS.withdrawn(contact));
        tell(CONTACTS.of(person(), "centre", day(), List.of("P01.1"), NONE));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
    }

    @Test
    void figures_counted_again_agree_with_what_was_coded_corrected_and_withdrawn() {
        NEIGHBOURS.history().clear();
        var coded = tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), List.of("P05.1")));
        tell(CONTACTS.coded(coded, List.of("P01.1"), List.of("P10.1")));
        var moved = tell(CONTACTS.of(person(), "centre", day(), List.of("P03.4"), NONE, person()));
        tell(CONTACTS.corrected(moved, day().plusDays(1), person()));
        var withdrawn = tell(CONTACTS.of(person(), "centre", day(), List.of("I01.1"), NONE, person()));
        tell(CONTACTS.withdrawn(withdrawn));
        var pruned = tell(CONTACTS.of(person(), "centre", day(), List.of("P02.1"), NONE, person()));
        tell(CONTACTS.information(person(), person(), "centre", day()));
        await().atMost(SOON)
                .until(() -> figure("persons", null) == 5
                        && figure("information", null) == 1
                        && figure("interventions", "listening") == 0
                        && figure("problems", "disability") == 1
                        && figure("problems", "health") == 0);
        var before = figures();
        NEIGHBOURS.history().remove(withdrawn);
        NEIGHBOURS.history().remove(pruned);

        var rebuilt = as("retention-admin").post("/actuator/rebuild");

        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void information_of_third_parties_is_counted_and_not_whose_it_is() {
        var person = person();
        var source = person();

        tell(CONTACTS.information(person, source, "centre", day()));
        tell(CONTACTS.information(person, person(), "centre", day()));

        await().atMost(SOON).until(() -> figure("information", null) == 2);
        assertThat(figure("persons", null)).isZero();
        assertThat(everythingStored()).doesNotContain(person.toString()).doesNotContain(source.toString());
    }

    private List<Long> figuresOfTheYearBefore() {
        var before = year() - 1;
        return List.of(
                figureOf(before, "centre", "persons", null),
                figureOf(before, "centre", "problems", "housing"),
                figureOf(before, "centre", "problems", "health"));
    }

    private static <T extends DomainEvent> T tell(T event) {
        NEIGHBOURS.history().add(event);
        Topic.publish(event);
        return event;
    }
}
