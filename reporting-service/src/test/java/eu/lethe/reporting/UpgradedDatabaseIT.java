package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was counted when all of a person was sealed as a whole is neither lost nor counted twice. */
class UpgradedDatabaseIT extends RunningReportingService {

    /** Two contacts that were counted, and are in the person's set. */
    private record Counted(ContactRecorded housing, ContactRecorded listening) {}

    private final UUID person = person();

    @Test
    void the_next_contact_counts_what_is_new_and_leaves_the_person_in_pieces() {
        countedAsAWhole();

        tell(contact("P03.1", "P01.1"));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
        assertThat(figure("persons", null)).isEqualTo(1);
        assertThat(setsAsAWhole()).isZero();
    }

    @Test
    void a_contact_from_then_is_taken_back_when_it_is_withdrawn() {
        var counted = countedAsAWhole();

        tell(CONTACTS.withdrawn(counted.housing()));

        await().atMost(SOON).until(() -> figure("problems", "housing") == 0);
        assertThat(figure("interventions", "listening")).isEqualTo(1);
        assertThat(figure("persons", null)).isEqualTo(1);
        tell(CONTACTS.withdrawn(counted.listening()));
        await().atMost(SOON).until(() -> figure("persons", null) == 0);
        assertThat(remembered(person)).isEmpty();
    }

    @Test
    void figures_counted_again_are_the_same() {
        NEIGHBOURS.history().clear();
        var counted = countedAsAWhole();
        NEIGHBOURS.history().addAll(List.of(counted.housing(), counted.listening()));
        var before = figures();

        var rebuilt = as("retention-admin").post("/actuator/rebuild");

        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
        assertThat(figures()).isEqualTo(before);
        assertThat(setsAsAWhole()).isZero();
        assertThat(remembered(person)).containsExactly("coding");
    }

    @Test
    void what_cannot_be_told_again_is_kept_when_figures_are_counted_again() {
        NEIGHBOURS.history().clear();
        NEIGHBOURS.history().add(countedAsAWhole().listening());
        var before = figures();

        as("retention-admin").post("/actuator/rebuild");

        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void it_waits_for_a_suspended_key_as_it_is() {
        countedAsAWhole();
        var key = new KeyId(person, Compartment.CODING, 1);
        NEIGHBOURS.keys().suspend(key);
        tell(contact("P01.1"));
        await().atMost(SOON).until(() -> waiting(person) == 1);
        assertThat(setsAsAWhole()).isEqualTo(1);

        NEIGHBOURS.keys().restore(key);
        Topic.publish(new PersonRestored(UUID.randomUUID(), person, Instant.now()));

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("persons", null)).isEqualTo(1);
        assertThat(setsAsAWhole()).isZero();
    }

    @Test
    void it_is_forgotten_with_the_key() {
        countedAsAWhole();
        var before = figures();

        erase(person);

        assertThat(figures()).isEqualTo(before);
        assertThat(everythingStored()).doesNotContain(person.toString());
    }

    private ContactRecorded contact(String... codes) {
        return CONTACTS.of(person, "centre", day(), List.of(codes), NONE);
    }

    /** In the form of the service's first versions. */
    private Counted countedAsAWhole() {
        var housing = contact("P03.4");
        var listening = contact("I01.1");
        var persons = Map.of("year", year(), "unit", "centre", "measure", "persons");
        var household = Map.of(
                "year",
                year(),
                "unit",
                "centre",
                "measure",
                "households",
                "of",
                housing.fileId().toString());
        var problem = Map.of("year", year(), "unit", "centre", "measure", "problems", "of", "housing");
        var intervention = Map.of("year", year(), "unit", "centre", "measure", "interventions", "of", "listening");
        var set = Map.of(
                "parts",
                List.of(
                        part(housing, List.of(persons, household, problem)),
                        part(listening, List.of(persons, household, intervention))));
        database.sql("insert into contribution_set (person_id, compartment, contributions) values (?, 'coding', ?)")
                .params(
                        person,
                        Jwe.seal(
                                        NEIGHBOURS.keys().key(person, Compartment.CODING),
                                        new SealingContext(person, "contributions"),
                                        EventJson.mapper().writeValueAsBytes(set))
                                .compact())
                .update();
        database.sql("""
                        insert into total (year, unit, measure, area, value)
                        values (:year, 'centre', 'persons', '', 1), (:year, 'centre', 'households', '', 1),
                               (:year, 'centre', 'problems', 'housing', 1),
                               (:year, 'centre', 'interventions', 'listening', 1)""").param("year", year()).update();
        return new Counted(housing, listening);
    }

    private static Map<String, Object> part(ContactRecorded contact, List<Map<String, ?>> contributions) {
        return Map.of("contactId", contact.contactId().toString(), "contributions", contributions, "mentioned", NONE);
    }

    private long setsAsAWhole() {
        return database.sql("select count(*) from contribution_set where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static void tell(DomainEvent event) {
        Topic.publish(event);
    }
}
