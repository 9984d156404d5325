package eu.lethe.cases.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import eu.lethe.cases.casefile.RecordedFiles;
import eu.lethe.cases.referral.ReferralCommand.MoveReferral;
import eu.lethe.cases.referral.ReferralCommand.NoteAnswer;
import eu.lethe.cases.referral.ReferralCommand.ReferPerson;
import eu.lethe.cases.resealing.Resealing;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.CaseFileEvent;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralAnswered;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMade;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMoved;
import eu.lethe.contracts.events.cases.ReferralLetter;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferralTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID CONSENT = UUID.randomUUID();
    private static final UUID ANSWER = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID KEPT = UUID.randomUUID();
    private static final UUID KEPT_FILE = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final PruningQueue pruning = mock();
    private AggregateTestFixture<Referral> fixture = new AggregateTestFixture<>(Referral.class);

    @BeforeEach
    void an_open_file() {
        inFile(opened());
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void the_letter_is_sealed_and_the_ground_it_is_sent_on_stands_beside_it() {
        fixture.givenNoPriorActivity()
                .when(referring("centre", TODAY, TODAY.plusDays(10)))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((ReferralMade made) -> {
                    assertThat(made.letter().keyId().compartment()).isEqualTo(Compartment.NARRATIVE);
                    assertThat(letter(made)).isEqualTo(new ReferralLetter("Association Toit", "Merci."));
                    return CONSENT.equals(made.consentId())
                            && "partner-referral".equals(made.purpose())
                            && made.compartments().equals(List.of(Compartment.IDENTITY));
                }))));
    }

    @Test
    void nobody_is_referred_tomorrow_or_asked_after_before_the_letter_is_sent() {
        refused(
                fixture.givenNoPriorActivity().when(referring("centre", TODAY.plusDays(1), TODAY.plusDays(9))),
                "invalid-request");
        refused(fixture.givenNoPriorActivity().when(referring("centre", TODAY, TODAY.minusDays(1))), "invalid-request");
        refused(
                fixture.givenNoPriorActivity()
                        .when(referring("centre", TODAY.minusYears(50).minusDays(1), TODAY)),
                "invalid-request");
    }

    @Test
    void another_units_worker_refers_nobody() {
        refused(fixture.givenNoPriorActivity().when(referring("north", TODAY, TODAY)), "forbidden");
    }

    @Test
    void from_a_closed_file_nobody_is_referred_but_what_is_still_awaited_is_settled() {
        fixture = new AggregateTestFixture<>(Referral.class);
        inFile(opened(), new CaseFileClosed(FILE, PERSON, "moved-away", TODAY, WORKER, NOW));

        refused(fixture.givenNoPriorActivity().when(referring("centre", TODAY, TODAY)), "closed");
        fixture.given(made()).when(noting(FILE, TODAY, "no-answer", null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void an_answer_is_sealed_and_says_when_to_ask_again() {
        fixture.given(made())
                .when(noting(FILE, TODAY, "waiting", TODAY.plusDays(5)))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((ReferralAnswered answered) -> {
                    assertThat(words(answered)).isEqualTo("Rappeler lundi.");
                    return answered.outcome().equals("waiting")
                            && TODAY.plusDays(5).equals(answered.followUpOn());
                }))));
    }

    @Test
    void nothing_is_answered_tomorrow_or_before_the_letter_was_sent() {
        refused(fixture.given(made()).when(noting(FILE, TODAY.plusDays(1), "accepted", null)), "invalid-request");
        refused(fixture.given(made()).when(noting(FILE, TODAY.minusDays(41), "accepted", null)), "invalid-request");
        refused(fixture.given(made()).when(noting(FILE, TODAY, "waiting", TODAY.minusDays(1))), "invalid-request");
    }

    @Test
    void it_is_not_answered_through_another_file() {
        refused(fixture.given(made()).when(noting(KEPT_FILE, TODAY, "accepted", null)), "not-found");
    }

    @Test
    void the_answer_to_a_letter_that_was_pruned_is_noted_all_the_same() {
        fixture.given(answered(null))
                .when(noting(FILE, TODAY.minusDays(41), "accepted", null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void when_a_merge_is_settled_the_letter_moves_with_its_answers_their_days_and_authors() {
        var made = made();
        var answered = answered(seal(ANSWER, "answer", "Une place en mai."));

        fixture.given(made, answered)
                .when(move())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        event(
                                ReferralMoved.class,
                                gone -> gone.fileId().equals(KEPT_FILE)
                                        && gone.formerFileId().equals(FILE)),
                        event(ReferralMade.class, anew -> {
                            assertThat(anew)
                                    .usingRecursiveComparison()
                                    .ignoringFields("fileId", "personId", "letter")
                                    .isEqualTo(made);
                            assertThat(anew.letter().keyId().personId()).isEqualTo(KEPT);
                            return letter(anew).equals(letter(made))
                                    && anew.fileId().equals(KEPT_FILE);
                        }),
                        event(ReferralAnswered.class, anew -> {
                            assertThat(anew)
                                    .usingRecursiveComparison()
                                    .ignoringFields("fileId", "personId", "answer")
                                    .isEqualTo(answered);
                            return words(anew).equals("Une place en mai.")
                                    && anew.personId().equals(KEPT);
                        }))));
        verify(pruning).orderUpTo(REFERRAL, 1L);
    }

    @Test
    void asking_twice_moves_it_once() {
        fixture.given(
                        made(),
                        new ReferralMoved(KEPT_FILE, KEPT, REFERRAL, FILE, WORKER, NOW),
                        new ReferralMade(
                                KEPT_FILE,
                                KEPT,
                                REFERRAL,
                                "partners",
                                null,
                                null,
                                List.of(),
                                made().letter(),
                                TODAY,
                                TODAY,
                                WORKER,
                                NOW))
                .when(move())
                .expectNoEvents();
    }

    private static <E> Matcher<Object> event(Class<E> type, Predicate<E> holds) {
        return matches((Object event) -> type.isInstance(event) && holds.test(type.cast(event)));
    }

    private void inFile(CaseFileEvent... events) {
        fixture.registerInjectableResource(keys.sealer());
        fixture.registerInjectableResource(RecordedFiles.of(events));
        fixture.registerInjectableResource(
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of));
        fixture.registerInjectableResource(Resealing.with(keys));
        fixture.registerInjectableResource(pruning);
    }

    private static void refused(ResultValidator<Referral> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Throwable refusal) ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static ReferPerson referring(String unit, LocalDate date, LocalDate followUpOn) {
        return new ReferPerson(
                REFERRAL,
                FILE,
                PERSON,
                unit,
                "partners",
                "partner-referral",
                CONSENT,
                List.of(Compartment.IDENTITY),
                Clear.of(new ReferralLetter("Association Toit", "Merci.")),
                date,
                followUpOn,
                WORKER);
    }

    private static NoteAnswer noting(UUID file, LocalDate on, String outcome, @Nullable LocalDate followUpOn) {
        return new NoteAnswer(
                REFERRAL, file, "centre", ANSWER, outcome, Clear.of("Rappeler lundi."), on, followUpOn, WORKER);
    }

    private static MoveReferral move() {
        return new MoveReferral(REFERRAL, KEPT_FILE, KEPT, COLLEAGUE);
    }

    private ReferralMade made() {
        return new ReferralMade(
                FILE,
                PERSON,
                REFERRAL,
                "partners",
                "partner-referral",
                CONSENT,
                List.of(Compartment.IDENTITY),
                seal(REFERRAL, "letter", new ReferralLetter("Association Toit", "Merci.")),
                TODAY.minusDays(40),
                TODAY.minusDays(20),
                WORKER,
                NOW.minusSeconds(3_600));
    }

    private static ReferralAnswered answered(@Nullable Sealed<String> words) {
        return new ReferralAnswered(
                FILE, PERSON, REFERRAL, ANSWER, "accepted", words, TODAY, null, COLLEAGUE, NOW.minusSeconds(60));
    }

    private <T> Sealed<T> seal(UUID record, String field, T clear) {
        return keys.seal(PERSON, Compartment.NARRATIVE, new SealingContext(record, field), Clear.of(clear));
    }

    private ReferralLetter letter(ReferralMade made) {
        return keys.open(made.letter(), new SealingContext(REFERRAL, "letter"), ReferralLetter.class);
    }

    private String words(ReferralAnswered answered) {
        return keys.open(
                Objects.requireNonNull(answered.answer()),
                new SealingContext(answered.answerId(), "answer"),
                String.class);
    }
}
