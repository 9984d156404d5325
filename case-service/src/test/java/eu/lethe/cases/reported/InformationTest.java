package eu.lethe.cases.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import eu.lethe.cases.casefile.RecordedFiles;
import eu.lethe.cases.reported.InformationCommand.DismissInformation;
import eu.lethe.cases.reported.InformationCommand.EraseInformation;
import eu.lethe.cases.reported.InformationCommand.ExceptFromNotice;
import eu.lethe.cases.reported.InformationCommand.GiveNotice;
import eu.lethe.cases.reported.InformationCommand.KeepInformation;
import eu.lethe.cases.reported.InformationCommand.MoveInformation;
import eu.lethe.cases.reported.InformationCommand.ReceiveInformation;
import eu.lethe.cases.resealing.Resealing;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationErased;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeGiven;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InformationTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID SOURCE = UUID.randomUUID();
    private static final UUID INFORMATION = UUID.randomUUID();
    private static final UUID ERASURE = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID KEPT = UUID.randomUUID();
    private static final UUID KEPT_FILE = UUID.randomUUID();
    private static final SealingContext SAID = new SealingContext(INFORMATION, "said");

    private KeysInMemory keys = new KeysInMemory();
    private final PruningQueue pruning = mock();
    private final Sources sources = mock();
    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void what_was_said_is_sealed_under_the_persons_key_and_within_it_under_the_sources() {
        given().when(received("centre", TODAY)).expectEventsMatching(one(InformationReceived.class, received -> {
            assertThat(received.said().keyId().personId()).isEqualTo(PERSON);
            var outer = Sealed.<String>ofCompact(received.said().compact());
            var within = Sealed.<Reported>ofCompact(keys.open(outer, SAID, String.class));
            assertThat(within.keyId().personId()).isEqualTo(SOURCE);
            assertThat(within.keyId().compartment()).isEqualTo(Compartment.THIRD_PARTY);
            return keys.open(within, SAID, Reported.class).text().equals("Des cris, le soir.");
        }));
    }

    @Test
    void who_said_it_is_sealed_under_the_sources_key_alone() {
        given().when(received("centre", TODAY))
                .expectEventsMatching(one(
                        InformationReceived.class,
                        received -> received.source().keyId().personId().equals(SOURCE)
                                && keys.open(
                                                received.source(),
                                                new SealingContext(INFORMATION, "source"),
                                                InformationSource.class)
                                        .kind()
                                        .equals("neighbour")));
    }

    @Test
    void the_person_is_to_be_told_within_a_month_of_the_calendar() {
        given().when(received("centre", LocalDate.of(2026, 1, 31)))
                .expectEventsMatching(one(
                        InformationReceived.class,
                        received -> received.noticeDueOn().equals(LocalDate.of(2026, 2, 28))));
    }

    @Test
    void nothing_is_received_tomorrow() {
        refused(given().when(received("centre", TODAY.plusDays(1))), "invalid-request");
    }

    @Test
    void another_units_worker_writes_nothing() {
        refused(given().when(received("north", TODAY)), "forbidden");
    }

    @Test
    void the_person_is_told_once() {
        given(reported())
                .when(new GiveNotice(INFORMATION, TODAY, WORKER))
                .expectEvents(new NoticeGiven(FILE, PERSON, INFORMATION, TODAY, WORKER, NOW));
        refused(given(reported(), told()).when(new GiveNotice(INFORMATION, TODAY, WORKER)), "notice-settled");
    }

    @Test
    void the_person_is_not_told_before_anything_was_said() {
        refused(given(reported()).when(new GiveNotice(INFORMATION, TODAY.minusDays(11), WORKER)), "invalid-request");
    }

    @Test
    void an_exception_has_a_reason_sealed_among_the_persons_rights() {
        given(reported())
                .when(exception())
                .expectEventsMatching(one(
                        NoticeExcepted.class,
                        excepted -> excepted.reasonText().keyId().personId().equals(PERSON)
                                && excepted.reasonText().keyId().compartment().equals(Compartment.RIGHTS)));
    }

    @Test
    void who_was_told_is_not_excepted_any_more() {
        refused(given(reported(), told()).when(exception()), "notice-settled");
    }

    @Test
    void who_was_excepted_may_be_told_once_the_danger_is_over() {
        given(reported(), excepted())
                .when(new GiveNotice(INFORMATION, TODAY, WORKER))
                .expectEvents(new NoticeGiven(FILE, PERSON, INFORMATION, TODAY, WORKER, NOW));
    }

    @Test
    void what_is_kept_is_reviewed_again_after_a_year() {
        given(reported())
                .when(new KeepInformation(INFORMATION, null, WORKER))
                .expectEventsMatching(
                        one(InformationKept.class, kept -> kept.nextReviewOn().equals(TODAY.plusYears(1))));
    }

    @Test
    void what_is_dismissed_names_its_source_so_that_its_keys_fall_due() {
        given(reported())
                .when(new DismissInformation(INFORMATION, Clear.of("Rien n’est vrai."), WORKER))
                .expectEventsMatching(one(
                        InformationDismissed.class,
                        dismissed -> dismissed.sourceId().equals(SOURCE)
                                && dismissed.dismissedOn().equals(TODAY)));
    }

    @Test
    void what_is_dismissed_is_not_reviewed_again() {
        refused(
                given(reported(), dismissed()).when(new KeepInformation(INFORMATION, null, WORKER)),
                "information-dismissed");
    }

    @Test
    void what_is_erased_is_a_day_and_nothing_else() {
        given(reported())
                .when(new EraseInformation(INFORMATION, ERASURE, TODAY))
                .expectEvents(new InformationErased(FILE, PERSON, INFORMATION, ERASURE, TODAY, NOW));
        refused(given(erased()).when(new GiveNotice(INFORMATION, TODAY, WORKER)), "erased");
    }

    @Test
    void when_a_merge_is_settled_the_outer_seal_is_made_anew_and_the_sources_is_left_closed() {
        var reported = reported();
        var untold = excepted();
        keys.close();
        keys = new KeysInMemory();
        keys.suspend(SOURCE);

        given(reported, untold, kept())
                .when(move())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        event(InformationMoved.class, moved -> {
                            assertThat(moved.said().keyId().personId()).isEqualTo(KEPT);
                            assertThat(moved.sourceId()).isEqualTo(SOURCE);
                            assertThat(moved.formerFileId()).isEqualTo(FILE);
                            assertThat(moved.noticeDueOn()).isEqualTo(TODAY.plusDays(20));
                            assertThat(moved.author()).isEqualTo(WORKER);
                            return within(moved.said()).keyId().personId().equals(SOURCE);
                        }),
                        event(
                                NoticeExcepted.class,
                                excepted ->
                                        excepted.reasonText().keyId().personId().equals(KEPT)
                                                && excepted.fileId().equals(KEPT_FILE)
                                                && reason(excepted.reasonText(), INFORMATION)
                                                        .equals("Danger.")),
                        event(
                                InformationKept.class,
                                kept -> kept.nextReviewOn().equals(TODAY.plusYears(1))
                                        && kept.personId().equals(KEPT)))));
        verify(pruning).orderUpTo(INFORMATION, 2L);
        verify(sources).moved(INFORMATION, KEPT_FILE);
    }

    @Test
    void what_was_dismissed_stays_dismissed_where_it_moves_to() {
        given(reported(), told(), dismissed())
                .when(move())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        event(InformationMoved.class, moved -> true),
                        event(NoticeGiven.class, told -> told.on().equals(TODAY)),
                        event(
                                InformationDismissed.class,
                                dismissed -> dismissed.sourceId().equals(SOURCE)))));
    }

    @Test
    void what_is_erased_is_not_moved_and_asking_twice_moves_it_once() {
        given(reported(), erased()).when(move()).expectNoEvents();
        given(reported(), moved()).when(move()).expectNoEvents();
    }

    @Test
    void an_erasure_told_twice_is_noted_once_and_another_one_is_answered() {
        given(reported(), erased())
                .when(new EraseInformation(INFORMATION, ERASURE, TODAY))
                .expectNoEvents();
        var another = UUID.randomUUID();
        given(erased())
                .when(new EraseInformation(INFORMATION, another, TODAY))
                .expectEvents(new InformationErased(FILE, PERSON, INFORMATION, another, TODAY, NOW));
    }

    private TestExecutor<Information> given(ThirdPartyEvent... before) {
        var fixture = new AggregateTestFixture<>(Information.class);
        fixture.registerInjectableResource(keys.sealer());
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(new ReviewRule(Period.ofYears(1)));
        fixture.registerInjectableResource(Resealing.with(keys));
        fixture.registerInjectableResource(pruning);
        fixture.registerInjectableResource(sources);
        if (before.length > 0) {
            return fixture.given((Object[]) before);
        }
        fixture.registerAnnotatedCommandHandler(new ReceivingInformation(
                fixture.getRepository(),
                RecordedFiles.of(new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW)),
                sources,
                keys.sealer(),
                clock));
        return fixture.givenNoPriorActivity();
    }

    private static <E>
            org.hamcrest.Matcher<? extends List<? super org.axonframework.eventhandling.EventMessage<?>>> one(
                    Class<E> type, Predicate<E> holds) {
        return payloadsMatching(
                exactSequenceOf(matches((Object event) -> type.isInstance(event) && holds.test(type.cast(event)))));
    }

    private static void refused(ResultValidator<Information> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Throwable refusal) ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private static ReceiveInformation received(String unit, LocalDate on) {
        return new ReceiveInformation(
                INFORMATION,
                FILE,
                PERSON,
                SOURCE,
                unit,
                on,
                Clear.of(new Reported("Des cris, le soir.", "hearsay")),
                Clear.of(new InformationSource("neighbour", "Mme Voisin", null)),
                WORKER);
    }

    private InformationReceived reported() {
        var within = keys.seal(SOURCE, Compartment.THIRD_PARTY, SAID, Clear.of(new Reported("Des cris.", "hearsay")));
        return new InformationReceived(
                FILE,
                PERSON,
                INFORMATION,
                SOURCE,
                "centre",
                TODAY.minusDays(10),
                keys.seal(PERSON, Compartment.THIRD_PARTY, SAID, Clear.of(within)),
                keys.seal(
                        SOURCE,
                        Compartment.THIRD_PARTY,
                        new SealingContext(INFORMATION, "source"),
                        Clear.of(new InformationSource("neighbour", null, null))),
                TODAY.plusDays(20),
                WORKER,
                NOW);
    }

    private static NoticeGiven told() {
        return new NoticeGiven(FILE, PERSON, INFORMATION, TODAY, WORKER, NOW);
    }

    private static ExceptFromNotice exception() {
        return new ExceptFromNotice(
                INFORMATION, "child-in-danger", Clear.of("Le dire mettrait Léa en danger."), WORKER);
    }

    private NoticeExcepted excepted() {
        return new NoticeExcepted(
                FILE,
                PERSON,
                INFORMATION,
                "child-in-danger",
                keys.seal(
                        PERSON, Compartment.RIGHTS, new SealingContext(INFORMATION, "reasonText"), Clear.of("Danger.")),
                WORKER,
                NOW);
    }

    private static InformationDismissed dismissed() {
        return new InformationDismissed(FILE, PERSON, INFORMATION, SOURCE, UUID.randomUUID(), null, TODAY, WORKER, NOW);
    }

    private static <E> Matcher<Object> event(Class<E> type, Predicate<E> holds) {
        return matches((Object event) -> type.isInstance(event) && holds.test(type.cast(event)));
    }

    private static MoveInformation move() {
        return new MoveInformation(INFORMATION, KEPT_FILE, KEPT, "centre", UUID.randomUUID());
    }

    private InformationMoved moved() {
        var reported = reported();
        return new InformationMoved(
                KEPT_FILE,
                KEPT,
                INFORMATION,
                FILE,
                SOURCE,
                "centre",
                reported.receivedOn(),
                reported.said(),
                reported.source(),
                reported.noticeDueOn(),
                WORKER,
                NOW,
                WORKER,
                NOW);
    }

    private static InformationKept kept() {
        return new InformationKept(
                FILE, PERSON, INFORMATION, UUID.randomUUID(), null, TODAY, TODAY.plusYears(1), WORKER, NOW);
    }

    private Sealed<Reported> within(Sealed<Sealed<Reported>> said) {
        return Sealed.ofCompact(keys.open(Sealed.<String>ofCompact(said.compact()), SAID, String.class));
    }

    private String reason(Sealed<String> text, UUID record) {
        return keys.open(text, new SealingContext(record, "reasonText"), String.class);
    }

    private static InformationErased erased() {
        return new InformationErased(FILE, PERSON, INFORMATION, ERASURE, TODAY, NOW);
    }
}
