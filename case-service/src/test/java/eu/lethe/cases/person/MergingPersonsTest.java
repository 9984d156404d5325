package eu.lethe.cases.person;

import static org.axonframework.test.matchers.Matchers.matches;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.person.PersonCommand.MergePersons;
import eu.lethe.cases.person.PersonCommand.SettleMerge;
import eu.lethe.cases.person.PersonCommand.UndoMerge;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonHidden;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.contracts.sealing.Compartment;
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
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The duplicate of these tests is the person itself, which the table of merges would refuse: the fixture knows one stream. */
class MergingPersonsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final LocalDate IN_A_MONTH = LocalDate.of(2026, 4, 2);
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final Duplicates duplicates = mock();
    private final AggregateTestFixture<Person> fixture = new AggregateTestFixture<>(Person.class);

    @BeforeEach
    void handler() {
        fixture.registerAnnotatedCommandHandler(new MergingPersons(
                fixture.getRepository(),
                duplicates,
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of)));
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void a_merge_can_be_undone_for_thirty_days() {
        when(duplicates.claim(any(), any(), any(), any())).thenReturn(merge(FILE, FILE, IN_A_MONTH, null));

        fixture.given(registered())
                .when(merging("centre"))
                .expectEvents(new PersonsMerged(PERSON, PERSON, FILE, FILE, IN_A_MONTH, WORKER, NOW));
    }

    @Test
    void the_record_without_a_file_is_the_duplicate() {
        when(duplicates.claim(any(), any(), any(), any())).thenReturn(merge(null, FILE, IN_A_MONTH, null));

        fixture.given(registered()).when(merging("centre")).expectException(code("other-way-round"));
    }

    @Test
    void another_unit_merges_nobody() {
        when(duplicates.claim(any(), any(), any(), any())).thenReturn(merge(FILE, FILE, IN_A_MONTH, null));

        fixture.given(registered())
                .when(merging("north"))
                .expectException(matches((Problem refused) -> refused.status() == HttpStatus.FORBIDDEN))
                .expectNoEvents();
    }

    @Test
    void a_suspended_person_is_not_merged() {
        when(duplicates.claim(any(), any(), any(), any())).thenReturn(merge(FILE, FILE, IN_A_MONTH, null));

        fixture.given(registered(), new PersonHidden(PERSON, UUID.randomUUID(), NOW, NOW))
                .when(merging("centre"))
                .expectException(matches((Problem refused) -> refused.status() == HttpStatus.LOCKED))
                .expectNoEvents();
    }

    @Test
    void on_the_last_day_it_is_undone() {
        when(duplicates.locked(PERSON, PERSON)).thenReturn(Optional.of(merge(FILE, FILE, TODAY, null)));

        fixture.given(registered())
                .when(new UndoMerge(PERSON, PERSON, "centre", WORKER))
                .expectEvents(new MergeUndone(PERSON, PERSON, WORKER, NOW));
    }

    @Test
    void the_day_after_it_is_not_undone_any_more() {
        when(duplicates.locked(PERSON, PERSON)).thenReturn(Optional.of(merge(FILE, FILE, TODAY.minusDays(1), null)));

        fixture.given(registered())
                .when(new UndoMerge(PERSON, PERSON, "centre", WORKER))
                .expectException(code("merge-settled"))
                .expectNoEvents();
    }

    @Test
    void a_merge_is_settled_once() {
        when(duplicates.locked(PERSON, PERSON))
                .thenReturn(Optional.of(merge(FILE, FILE, TODAY.minusDays(1), null)))
                .thenReturn(Optional.of(merge(FILE, FILE, TODAY.minusDays(1), TODAY)));

        fixture.given(registered())
                .when(new SettleMerge(PERSON, PERSON))
                .expectEvents(new MergeSettled(PERSON, PERSON, TODAY, NOW));
        fixture.given(registered()).when(new SettleMerge(PERSON, PERSON)).expectNoEvents();
    }

    private static Matcher<Problem> code(String code) {
        return matches((Problem refused) -> refused.code().equals(code));
    }

    private static MergePersons merging(String unit) {
        return new MergePersons(PERSON, PERSON, unit, WORKER);
    }

    private static Merge merge(
            @Nullable UUID file, @Nullable UUID duplicateFile, LocalDate undoUntil, @Nullable LocalDate settledOn) {
        return new Merge(PERSON, PERSON, file, duplicateFile, undoUntil, WORKER, settledOn);
    }

    private PersonRegistered registered() {
        return new PersonRegistered(
                PERSON,
                "centre",
                keys.seal(
                        PERSON,
                        Compartment.IDENTITY,
                        new SealingContext(PERSON, "identity"),
                        Clear.of(new Identity("Morel", null, null, null, null, null, null, List.of(), List.of()))),
                keys.seal(
                        PERSON,
                        Compartment.CODING,
                        new SealingContext(PERSON, "demographics"),
                        Clear.of(new Demographics(null, null))),
                WORKER,
                NOW);
    }
}
