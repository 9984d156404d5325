package eu.lethe.cases.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;

import eu.lethe.cases.person.PersonCommand.AmendPerson;
import eu.lethe.cases.person.PersonCommand.ForgetCompartments;
import eu.lethe.cases.person.PersonCommand.ForgetPerson;
import eu.lethe.cases.person.PersonCommand.HidePerson;
import eu.lethe.cases.person.PersonCommand.MovePerson;
import eu.lethe.cases.person.PersonCommand.ProveErasure;
import eu.lethe.cases.person.PersonCommand.RegisterPerson;
import eu.lethe.cases.person.PersonCommand.ShowPerson;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.ErasureProven;
import eu.lethe.contracts.events.cases.PersonEvent.PersonAmended;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonHidden;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonShown;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class PersonTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID REVISION = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID ERASURE = UUID.randomUUID();
    private static final UUID CERTIFICATE = UUID.randomUUID();
    private static final KeyId HEALTH_KEY = new KeyId(PERSON, Compartment.HEALTH, 1);
    private static final Identity IDENTITY =
            new Identity("Morel", "Alix", null, null, null, null, null, List.of(), List.of());

    private final KeysInMemory keys = new KeysInMemory();
    private final AggregateTestFixture<Person> fixture = new AggregateTestFixture<>(Person.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(keys.sealer());
        var clock = new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);
        fixture.registerInjectableResource(clock);
        fixture.registerAnnotatedCommandHandler(new MergingPersons(fixture.getRepository(), mock(), clock));
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void who_a_person_is_is_sealed_on_entry() {
        fixture.givenNoPriorActivity()
                .when(register())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((PersonRegistered registered) -> {
                    assertThat(keys.open(registered.identity(), new SealingContext(PERSON, "identity"), Identity.class))
                            .isEqualTo(IDENTITY);
                    return true;
                }))));
    }

    @Test
    void what_statistics_need_is_sealed_apart() {
        fixture.givenNoPriorActivity()
                .when(register())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((PersonRegistered registered) ->
                        registered.demographics().keyId().compartment().equals(Compartment.CODING)))));
    }

    @Test
    void a_suspended_person_is_hidden() {
        fixture.given(registered()).when(new HidePerson(PERSON, ERASURE, NOW)).expectEvents(hidden());
    }

    @Test
    void who_is_hidden_is_not_hidden_twice() {
        fixture.given(registered(), hidden())
                .when(new HidePerson(PERSON, UUID.randomUUID(), NOW))
                .expectNoEvents();
    }

    @Test
    void an_erasure_called_off_shows_the_person_again() {
        fixture.given(registered(), hidden())
                .when(new ShowPerson(PERSON, ERASURE))
                .expectEvents(new PersonShown(PERSON, ERASURE, NOW));
    }

    @Test
    void another_erasure_called_off_shows_nobody() {
        fixture.given(registered(), hidden())
                .when(new ShowPerson(PERSON, UUID.randomUUID()))
                .expectNoEvents();
    }

    @Test
    void removed_keys_make_the_person_forgotten() {
        fixture.given(registered(), hidden())
                .when(new ForgetPerson(PERSON, ERASURE, TODAY))
                .expectEvents(forgotten());
    }

    @Test
    void a_forgotten_person_is_not_hidden() {
        fixture.given(registered(), forgotten())
                .when(new HidePerson(PERSON, UUID.randomUUID(), NOW))
                .expectNoEvents();
    }

    @Test
    void another_erasure_that_finds_nothing_left_is_told_so_since_it_waits_for_the_answer() {
        fixture.given(registered(), forgotten())
                .when(new ForgetPerson(PERSON, UUID.randomUUID(), TODAY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        fixture.given(registered(), forgotten())
                .when(new ForgetCompartments(PERSON, UUID.randomUUID(), List.of(HEALTH_KEY), TODAY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void some_keys_removed_forget_some_of_the_person() {
        fixture.given(registered())
                .when(new ForgetCompartments(PERSON, ERASURE, List.of(HEALTH_KEY), TODAY))
                .expectEvents(new CompartmentsForgotten(PERSON, ERASURE, List.of(HEALTH_KEY), TODAY, NOW));
    }

    @Test
    void of_a_forgotten_person_the_evidence_is_forgotten_later_and_nothing_else_is() {
        var evidence = new KeyId(PERSON, Compartment.RIGHTS, 1);
        var later = UUID.randomUUID();

        fixture.given(registered(), forgotten())
                .when(new ForgetCompartments(PERSON, later, List.of(evidence), TODAY))
                .expectEvents(new CompartmentsForgotten(PERSON, later, List.of(evidence), TODAY, NOW));
        fixture.given(registered(), forgotten())
                .when(new ForgetCompartments(PERSON, later, List.of(HEALTH_KEY), TODAY))
                .expectNoEvents();
    }

    @Test
    void the_erasure_is_proven_by_its_certificate_even_after_pruning() {
        fixture.given(forgotten())
                .when(new ProveErasure(PERSON, List.of(ERASURE), CERTIFICATE))
                .expectEvents(new ErasureProven(PERSON, ERASURE, CERTIFICATE, NOW));
    }

    @Test
    void the_erasure_is_proven_by_the_certificate_of_the_one_that_took_it_up_after_a_restore() {
        fixture.given(forgotten())
                .when(new ProveErasure(PERSON, List.of(UUID.randomUUID(), ERASURE), CERTIFICATE))
                .expectEvents(new ErasureProven(PERSON, ERASURE, CERTIFICATE, NOW));
    }

    @Test
    void the_certificate_of_another_erasure_proves_nothing() {
        fixture.given(registered(), forgotten())
                .when(new ProveErasure(PERSON, List.of(UUID.randomUUID()), CERTIFICATE))
                .expectNoEvents();
    }

    @Test
    void another_name_is_sealed_for_the_wording_it_is_in() {
        fixture.given(registered())
                .when(amend(PERSON, "centre"))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((PersonAmended amended) -> {
                    assertThat(keys.open(
                                            amended.identity(),
                                            new SealingContext(amended.revisionId(), "identity"),
                                            Identity.class)
                                    .earlierNames())
                            .containsExactly("Durand");
                    return true;
                }))));
    }

    @Test
    void an_edit_of_a_wording_that_is_no_longer_in_force_is_a_lost_one() {
        fixture.given(registered(), amended())
                .when(amend(PERSON, "centre"))
                .expectException(matches((Problem lost) -> lost.code().equals("edited-meanwhile")
                        && REVISION.equals(lost.members().get("revisionId"))));
    }

    @Test
    void the_wording_in_force_is_changed_again() {
        fixture.given(registered(), amended()).when(amend(REVISION, "centre")).expectSuccessfulHandlerExecution();
    }

    @Test
    void another_unit_changes_no_name() {
        fixture.given(registered())
                .when(amend(PERSON, "north"))
                .expectException(matches((Problem refused) -> refused.status() == HttpStatus.FORBIDDEN));
    }

    @Test
    void a_suspended_persons_name_is_not_changed() {
        fixture.given(registered(), hidden())
                .when(amend(PERSON, "centre"))
                .expectException(matches((Problem refused) -> refused.status() == HttpStatus.LOCKED));
    }

    @Test
    void a_person_goes_to_another_unit_with_their_file() {
        fixture.given(registered())
                .when(new MovePerson(PERSON, "north", WORKER))
                .expectEvents(new PersonTransferred(PERSON, "north", WORKER, NOW));
    }

    @Test
    void the_new_unit_changes_the_name() {
        fixture.given(registered(), new PersonTransferred(PERSON, "north", WORKER, NOW))
                .when(amend(PERSON, "north"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_is_there_already_does_not_move() {
        fixture.given(registered())
                .when(new MovePerson(PERSON, "centre", WORKER))
                .expectNoEvents();
    }

    private static AmendPerson amend(UUID readRevision, String unit) {
        return new AmendPerson(
                PERSON,
                UUID.randomUUID(),
                readRevision,
                unit,
                Clear.of(new Identity("Morel", "Alix", null, null, null, null, null, List.of(), List.of("Durand"))),
                Clear.of(new Demographics(null, null)),
                WORKER);
    }

    private PersonAmended amended() {
        var registered = registered();
        return new PersonAmended(PERSON, REVISION, registered.identity(), registered.demographics(), WORKER, NOW);
    }

    private static RegisterPerson register() {
        return new RegisterPerson(
                PERSON, "centre", Clear.of(IDENTITY), Clear.of(new Demographics("25-34", "alone")), WORKER);
    }

    private PersonRegistered registered() {
        return new PersonRegistered(
                PERSON,
                "centre",
                keys.seal(PERSON, Compartment.IDENTITY, new SealingContext(PERSON, "identity"), Clear.of(IDENTITY)),
                keys.seal(
                        PERSON,
                        Compartment.CODING,
                        new SealingContext(PERSON, "demographics"),
                        Clear.of(new Demographics(null, null))),
                WORKER,
                NOW);
    }

    private static PersonHidden hidden() {
        return new PersonHidden(PERSON, ERASURE, NOW, NOW);
    }

    private static PersonForgotten forgotten() {
        return new PersonForgotten(PERSON, ERASURE, TODAY, NOW);
    }
}
