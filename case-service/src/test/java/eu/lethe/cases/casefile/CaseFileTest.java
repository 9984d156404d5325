package eu.lethe.cases.casefile;

import static org.mockito.Mockito.mock;

import eu.lethe.cases.casefile.CaseFileCommand.AssignCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.CloseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.NoteChildProtection;
import eu.lethe.cases.casefile.CaseFileCommand.ReopenCaseFile;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileAssigned;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileReopened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionRevoked;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID LEAD = UUID.randomUUID();
    private static final UUID ERASURE = UUID.randomUUID();

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);
    private final AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(mock(Referents.class));
    }

    @Test
    void erasing_leaves_a_date() {
        fixture.given(opened()).when(new EraseCaseFile(FILE, ERASURE, TODAY)).expectEvents(erased());
    }

    @Test
    void erasing_twice_changes_nothing() {
        fixture.given(opened(), erased())
                .when(new EraseCaseFile(FILE, UUID.randomUUID(), TODAY))
                .expectNoEvents();
    }

    @Test
    void child_protection_is_noted_once_moved_with_the_day_and_taken_back() {
        var majority = LocalDate.of(2035, 5, 12);
        var noted = new ChildProtectionNoted(FILE, PERSON, majority, NOW);

        fixture.given(opened()).when(new NoteChildProtection(FILE, majority)).expectEvents(noted);
        fixture.given(opened(), noted)
                .when(new NoteChildProtection(FILE, majority))
                .expectNoEvents();
        fixture.given(opened(), noted)
                .when(new NoteChildProtection(FILE, majority.plusDays(1)))
                .expectEvents(new ChildProtectionNoted(FILE, PERSON, majority.plusDays(1), NOW));
        fixture.given(opened(), noted)
                .when(new NoteChildProtection(FILE, null))
                .expectEvents(new ChildProtectionRevoked(FILE, PERSON, NOW));
    }

    @Test
    void of_a_file_without_child_protection_or_an_erased_one_nothing_is_said() {
        fixture.given(opened()).when(new NoteChildProtection(FILE, null)).expectNoEvents();
        fixture.given(opened(), erased())
                .when(new NoteChildProtection(FILE, TODAY))
                .expectNoEvents();
    }

    @Test
    void another_worker_answers_for_the_file() {
        fixture.given(opened())
                .when(new AssignCaseFile(FILE, "centre", COLLEAGUE, LEAD))
                .expectEvents(new CaseFileAssigned(FILE, PERSON, COLLEAGUE, LEAD, NOW));
    }

    @Test
    void assigning_who_answers_already_changes_nothing() {
        fixture.given(opened())
                .when(new AssignCaseFile(FILE, "centre", WORKER, LEAD))
                .expectNoEvents();
    }

    @Test
    void a_lead_of_another_unit_assigns_nobody() {
        refused(fixture.given(opened()).when(new AssignCaseFile(FILE, "north", COLLEAGUE, LEAD)), "forbidden");
    }

    @Test
    void closing_says_why_and_since_when() {
        fixture.given(opened())
                .when(new CloseCaseFile(FILE, "centre", "goals-reached", WORKER))
                .expectEvents(closed());
    }

    @Test
    void a_closed_file_is_not_closed_again() {
        refused(
                fixture.given(opened(), closed()).when(new CloseCaseFile(FILE, "centre", "no-contact", WORKER)),
                "closed");
    }

    @Test
    void a_closed_file_is_reopened() {
        fixture.given(opened(), closed())
                .when(new ReopenCaseFile(FILE, "centre", WORKER))
                .expectEvents(new CaseFileReopened(FILE, PERSON, TODAY, WORKER, NOW));
    }

    @Test
    void reopening_an_open_file_changes_nothing() {
        fixture.given(opened()).when(new ReopenCaseFile(FILE, "centre", WORKER)).expectNoEvents();
    }

    @Test
    void an_erased_file_is_not_reopened() {
        refused(fixture.given(opened(), erased()).when(new ReopenCaseFile(FILE, "centre", WORKER)), "erased");
    }

    @Test
    void the_leaving_unit_decides_nothing_any_more() {
        refused(
                fixture.given(opened(), new CaseFileTransferred(FILE, PERSON, "north", "centre", null, LEAD, NOW))
                        .when(new CloseCaseFile(FILE, "centre", "other", WORKER)),
                "forbidden");
    }

    private static void refused(ResultValidator<CaseFile> result, String code) {
        result.expectNoEvents()
                .expectException(Matchers.<Throwable>matches(refusal ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private static CaseFileClosed closed() {
        return new CaseFileClosed(FILE, PERSON, "goals-reached", TODAY, WORKER, NOW);
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static CaseFileErased erased() {
        return new CaseFileErased(FILE, PERSON, ERASURE, TODAY, NOW);
    }
}
