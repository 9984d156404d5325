package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Households received are counted, and not files: each once in a year and unit, whoever of it came. */
class HouseholdsReceivedIT extends RunningReportingService {

    private final UUID home = UUID.randomUUID();

    @Test
    void mother_and_son_of_one_household_are_two_persons_and_one_household() {
        met(home, person());
        met(home, person());

        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void whoever_lives_in_no_household_counts_as_one() {
        met(home, person());
        met(null, person());
        met(null, person());

        await().atMost(SOON).until(() -> figure("persons", null) == 3);
        assertThat(figure("households", null)).isEqualTo(3);
    }

    @Test
    void whoever_left_counts_with_the_household_they_had_on_the_day_of_each_contact() {
        var son = person();
        met(home, person());
        met(home, son);
        met(UUID.randomUUID(), son);

        await().atMost(SOON).until(() -> figure("households", null) == 2);
        assertThat(figure("persons", null)).isEqualTo(2);
    }

    @Test
    void a_household_that_moved_counts_once_in_each_unit() {
        var mother = person();
        met(home, mother);
        tell(CONTACTS.in(home, person(), "north", day(), NONE, NONE));

        await().atMost(SOON).until(() -> figureOf("north", "persons", null) == 1 && figure("persons", null) == 1);
        assertThat(figure("households", null)).isEqualTo(1);
        assertThat(figureOf("north", "households", null)).isEqualTo(1);
    }

    @Test
    void a_household_stays_as_long_as_a_contact_with_one_of_its_members_does() {
        var withMother = met(home, person());
        var withSon = met(home, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 2);

        tell(CONTACTS.withdrawn(withMother));
        await().atMost(SOON).until(() -> figure("persons", null) == 1);
        assertThat(figure("households", null)).isEqualTo(1);

        tell(CONTACTS.withdrawn(withSon));
        await().atMost(SOON).until(() -> figure("persons", null) == 0);
        assertThat(figure("households", null)).isZero();
        assertThat(everythingStored()).doesNotContain(home.toString());
    }

    @Test
    void a_corrected_day_moves_the_household_to_its_year() {
        met(home, person());
        var withSon = met(home, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        var theYearBefore = figureOf(year() - 1, "centre", "households", null);

        tell(CONTACTS.corrected(withSon, day().minusYears(1)));

        await().atMost(SOON).until(() -> figure("persons", null) == 1);
        assertThat(figure("households", null)).isEqualTo(1);
        assertThat(figureOf(year() - 1, "centre", "households", null)).isEqualTo(theYearBefore + 1);
    }

    @Test
    void codes_chosen_afterwards_leave_the_household_where_it_is() {
        var mother = met(home, person());
        met(home, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 2);

        tell(CONTACTS.coded(mother, List.of("P01.1"), NONE));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void an_erased_member_leaves_the_household_counted_and_nothing_of_themselves() {
        var mother = person();
        met(home, mother);
        await().atMost(SOON).until(() -> figure("households", null) == 1);

        erase(mother);

        assertThat(figure("households", null)).isEqualTo(1);
        assertThat(everythingStored()).doesNotContain(mother.toString());

        var withSon = met(home, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        assertThat(figure("households", null)).isEqualTo(1);

        tell(CONTACTS.withdrawn(withSon));
        await().atMost(SOON).until(() -> figure("persons", null) == 1);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void whose_key_is_suspended_joins_the_household_that_was_counted_meanwhile() {
        var mother = person();
        var key = new KeyId(mother, Compartment.CODING, 1);
        NEIGHBOURS.keys().suspend(key);
        met(home, mother);
        met(home, person());
        await().atMost(SOON).until(() -> waiting(mother) == 1 && figure("persons", null) == 1);

        NEIGHBOURS.keys().restore(key);
        Topic.publish(new PersonRestored(UUID.randomUUID(), mother, Instant.now()));

        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void many_members_met_at_the_same_time_are_one_household() {
        Stream.generate(RunningReportingService::person).limit(20).forEach(member -> met(home, member));

        await().atMost(SOON).until(() -> figure("persons", null) == 20);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void households_counted_again_are_the_same_with_one_erased_and_one_suspended() {
        NEIGHBOURS.history().clear();
        var erased = person();
        var suspended = person();
        met(home, erased);
        met(home, person());
        met(null, erased);
        met(UUID.randomUUID(), erased);
        var other = UUID.randomUUID();
        met(other, suspended);
        var withLiving = met(other, person());
        var alone = UUID.randomUUID();
        met(alone, person());
        met(alone, person());
        met(null, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 7);
        assertThat(figure("households", null)).isEqualTo(6);
        erase(erased);
        NEIGHBOURS
                .history()
                .removeIf(event -> ((ContactRecorded) event).personId().equals(erased));
        NEIGHBOURS.keys().suspend(new KeyId(suspended, Compartment.CODING, 1));
        var before = figures();

        countAgain();
        assertThat(figures()).isEqualTo(before);

        NEIGHBOURS.keys().restore(new KeyId(suspended, Compartment.CODING, 1));
        Topic.publish(new PersonRestored(UUID.randomUUID(), suspended, Instant.now()));
        await().atMost(SOON).until(() -> waiting(suspended) == 0);
        assertThat(figures()).isEqualTo(before);

        tell(CONTACTS.withdrawn(withLiving));
        await().atMost(SOON).until(() -> figure("persons", null) == 6);
        assertThat(figure("households", null)).isEqualTo(6);
    }

    @Test
    void households_counted_from_nothing_are_the_same() {
        NEIGHBOURS.history().clear();
        met(home, person());
        met(home, person());
        met(null, person());
        await().atMost(SOON).until(() -> figure("persons", null) == 3);
        var before = figures();
        Stream.of("total", "contribution_piece", "household_received")
                .forEach(table -> database.sql("delete from " + table).update());

        countAgain();

        assertThat(figures()).isEqualTo(before);
        assertThat(figure("households", null)).isEqualTo(2);
    }

    private void countAgain() {
        var rebuilt = as("retention-admin").post("/actuator/rebuild");
        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
    }

    private ContactRecorded met(@Nullable UUID household, UUID person) {
        return tell(CONTACTS.in(household, person, "centre", day(), NONE, NONE));
    }

    private static <T extends DomainEvent> T tell(T event) {
        NEIGHBOURS.history().add(event);
        Topic.publish(event);
        return event;
    }
}
