package eu.lethe.cases.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import eu.lethe.cases.assessment.AssessmentCommand.MoveAssessment;
import eu.lethe.cases.assessment.AssessmentCommand.RewriteAssessment;
import eu.lethe.cases.assessment.AssessmentCommand.WriteAssessment;
import eu.lethe.cases.casefile.RecordedFiles;
import eu.lethe.cases.resealing.Resealing;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.Assessment.Goal;
import eu.lethe.contracts.events.cases.Assessment.Section;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentMoved;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentWritten;
import eu.lethe.contracts.events.cases.CaseFileEvent;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocialAssessmentTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID ASSESSMENT = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID GOAL = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID KEPT = UUID.randomUUID();
    private static final UUID KEPT_FILE = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final PruningQueue pruning = mock();
    private AggregateTestFixture<SocialAssessment> fixture = new AggregateTestFixture<>(SocialAssessment.class);

    @BeforeEach
    void an_open_file() {
        inFile(opened());
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void it_is_sealed_in_the_persons_narrative_as_a_wording_of_its_own() {
        fixture.givenNoPriorActivity()
                .when(writing("centre", TODAY))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((AssessmentWritten written) -> {
                    assertThat(written.assessment().keyId().personId()).isEqualTo(PERSON);
                    assertThat(written.assessment().keyId().compartment()).isEqualTo(Compartment.NARRATIVE);
                    assertThat(read(written)).isEqualTo(text("Vit seule."));
                    return written.author().equals(WORKER) && written.date().equals(TODAY);
                }))));
    }

    @Test
    void it_is_written_anew_by_who_has_read_the_wording_in_force() {
        fixture.given(written(FIRST, "Vit seule."))
                .when(rewriting(FIRST, FILE))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((AssessmentWritten written) ->
                        written.revisionId().equals(SECOND) && read(written).equals(text("Vit avec son fils."))))));
    }

    @Test
    void who_has_read_an_earlier_wording_is_told_which_one_is_in_force() {
        fixture.given(written(FIRST, "Vit seule."), written(SECOND, "Vit avec son fils."))
                .when(rewriting(FIRST, FILE))
                .expectNoEvents()
                .expectException(matches((Throwable refusal) -> refusal instanceof Problem problem
                        && problem.code().equals("edited-meanwhile")
                        && SECOND.equals(problem.members().get("revisionId"))));
    }

    @Test
    void it_is_not_found_through_another_file() {
        refused(fixture.given(written(FIRST, "Vit seule.")).when(rewriting(FIRST, KEPT_FILE)), "not-found");
    }

    @Test
    void it_speaks_of_a_day_that_was_and_within_fifty_years() {
        refused(fixture.givenNoPriorActivity().when(writing("centre", TODAY.plusDays(1))), "invalid-request");
        refused(fixture.givenNoPriorActivity().when(writing("centre", TODAY.minusYears(50))), null);
        refused(
                fixture.givenNoPriorActivity()
                        .when(writing("centre", TODAY.minusYears(50).minusDays(1))),
                "invalid-request");
    }

    @Test
    void another_units_worker_writes_none() {
        refused(fixture.givenNoPriorActivity().when(writing("north", TODAY)), "forbidden");
    }

    @Test
    void none_is_written_in_a_closed_file() {
        fixture = new AggregateTestFixture<>(SocialAssessment.class);
        inFile(opened(), new CaseFileClosed(FILE, PERSON, "moved-away", TODAY, WORKER, NOW));

        refused(fixture.givenNoPriorActivity().when(writing("centre", TODAY)), "closed");
        refused(fixture.given(written(FIRST, "Vit seule.")).when(rewriting(FIRST, FILE)), "closed");
    }

    @Test
    void when_a_merge_is_settled_each_wording_moves_with_its_day_its_author_and_its_goals() {
        var first = written(FIRST, "Vit seule.");
        var second = new AssessmentWritten(
                FILE,
                PERSON,
                ASSESSMENT,
                SECOND,
                TODAY,
                written(SECOND, "Vit avec son fils.").assessment(),
                COLLEAGUE,
                NOW.minusSeconds(60));

        fixture.given(first, second)
                .when(move())
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        event(
                                AssessmentMoved.class,
                                gone -> gone.fileId().equals(KEPT_FILE)
                                        && gone.formerFileId().equals(FILE)),
                        event(AssessmentWritten.class, anew -> movedFrom(first, anew)),
                        event(AssessmentWritten.class, anew -> movedFrom(second, anew)))));
        verify(pruning).orderUpTo(ASSESSMENT, 1L);
    }

    @Test
    void asking_twice_moves_it_once_and_what_was_written_since_is_in_force() {
        fixture.given(written(FIRST, "Vit seule."), new AssessmentMoved(KEPT_FILE, KEPT, ASSESSMENT, FILE, WORKER, NOW))
                .when(move())
                .expectNoEvents();
        verifyNoInteractions(pruning);
    }

    @Test
    void what_cannot_be_opened_now_is_not_moved_by_halves() {
        try (var today = new KeysInMemory()) {
            today.suspend(PERSON);
            var another = new AggregateTestFixture<>(SocialAssessment.class);
            prepare(another, today, opened());

            another.given(written(FIRST, "Vit seule."), written(SECOND, "Vit avec son fils."))
                    .when(move())
                    .expectNoEvents()
                    .expectException(KeyRefused.class);
        }
    }

    private boolean movedFrom(AssessmentWritten before, AssessmentWritten anew) {
        assertThat(anew.fileId()).isEqualTo(KEPT_FILE);
        assertThat(anew.personId()).isEqualTo(KEPT);
        assertThat(anew.assessment().keyId().personId()).isEqualTo(KEPT);
        assertThat(anew.revisionId()).isEqualTo(before.revisionId());
        assertThat(anew.date()).isEqualTo(before.date());
        assertThat(anew.author()).isEqualTo(before.author());
        assertThat(anew.at()).isEqualTo(before.at());
        assertThat(read(anew)).isEqualTo(read(before));
        return true;
    }

    private static <E> Matcher<Object> event(Class<E> type, Predicate<E> holds) {
        return matches((Object event) -> type.isInstance(event) && holds.test(type.cast(event)));
    }

    private void inFile(CaseFileEvent... events) {
        prepare(fixture, keys, events);
    }

    private void prepare(
            AggregateTestFixture<SocialAssessment> prepared, KeysInMemory leased, CaseFileEvent... events) {
        prepared.registerInjectableResource(leased.sealer());
        prepared.registerInjectableResource(RecordedFiles.of(events));
        prepared.registerInjectableResource(
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of));
        prepared.registerInjectableResource(Resealing.with(leased));
        prepared.registerInjectableResource(pruning);
    }

    private static void refused(ResultValidator<SocialAssessment> result, @Nullable String code) {
        if (code == null) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectNoEvents()
                    .expectException(matches((Throwable refusal) ->
                            refusal instanceof Problem problem && problem.code().equals(code)));
        }
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static WriteAssessment writing(String unit, LocalDate date) {
        return new WriteAssessment(ASSESSMENT, FILE, PERSON, unit, FIRST, date, Clear.of(text("Vit seule.")), WORKER);
    }

    private static RewriteAssessment rewriting(UUID read, UUID file) {
        return new RewriteAssessment(
                ASSESSMENT, file, "centre", read, SECOND, TODAY, Clear.of(text("Vit avec son fils.")), WORKER);
    }

    private static MoveAssessment move() {
        return new MoveAssessment(ASSESSMENT, KEPT_FILE, KEPT, COLLEAGUE);
    }

    private AssessmentWritten written(UUID revision, String text) {
        return new AssessmentWritten(
                FILE,
                PERSON,
                ASSESSMENT,
                revision,
                TODAY.minusDays(40),
                keys.seal(PERSON, Compartment.NARRATIVE, context(revision), Clear.of(text(text))),
                WORKER,
                NOW.minusSeconds(3_600));
    }

    private Assessment read(AssessmentWritten written) {
        return keys.open(written.assessment(), context(written.revisionId()), Assessment.class);
    }

    private static SealingContext context(UUID revision) {
        return new SealingContext(revision, "assessment");
    }

    private static Assessment text(String text) {
        return new Assessment(
                List.of(new Section("Logement", text)), List.of(new Goal(GOAL, "Permis", TODAY.plusYears(1), "open")));
    }
}
