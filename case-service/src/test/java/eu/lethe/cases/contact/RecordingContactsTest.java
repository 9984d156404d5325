package eu.lethe.cases.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;

import eu.lethe.cases.casefile.RecordedFiles;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.CaseFileEvent;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.sealing.SealingContext;
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
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingContactsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID CONTACT = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void a_contact_is_sealed_under_the_persons_keys() {
        in(opened())
                .when(contact("centre", TODAY))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((ContactRecorded recorded) -> {
                    assertThat(keys.open(recorded.text(), new SealingContext(CONTACT, "text"), String.class))
                            .isEqualTo("Dit.");
                    assertThat(recorded.text().keyId().personId()).isEqualTo(PERSON);
                    return true;
                }))));
    }

    @Test
    void a_contact_of_tomorrow_is_refused() {
        refused(in(opened()).when(contact("centre", TODAY.plusDays(1))), "invalid-request");
    }

    @Test
    void a_contact_of_half_a_century_ago_is_refused() {
        refused(in(opened()).when(contact("centre", TODAY.minusYears(51))), "invalid-request");
    }

    @Test
    void another_units_worker_writes_nothing() {
        refused(in(opened()).when(contact("north", TODAY)), "forbidden");
    }

    @Test
    void nothing_is_written_while_the_keys_are_suspended() {
        keys.suspend(PERSON);

        in(opened())
                .when(contact("centre", TODAY))
                .expectException(KeyRefused.class)
                .expectNoEvents();
    }

    @Test
    void what_was_said_until_the_file_was_closed_is_written_down_late() {
        in(opened(), closed(TODAY.minusDays(2)))
                .when(contact("centre", TODAY.minusDays(2)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_was_said_after_the_file_was_closed_is_refused_with_the_day() {
        refused(
                in(opened(), closed(TODAY.minusDays(2))).when(contact("centre", TODAY.minusDays(1))),
                "invalid-request");
        in(opened(), closed(TODAY.minusDays(2)))
                .when(contact("centre", TODAY.minusDays(1)))
                .expectException(matches((Problem refusal) ->
                        refusal.errors().getFirst().equals(new Problem.FieldError("/date", "after-closing"))
                                && new Problem.ConflictingDate("closing", "2026-03-01")
                                        .equals(refusal.members().get("conflictsWith"))));
    }

    @Test
    void another_units_worker_writes_nothing_late_either() {
        refused(in(opened(), closed(TODAY)).when(contact("north", TODAY)), "forbidden");
    }

    @Test
    void nothing_is_written_in_an_erased_file() {
        refused(in(opened(), erased()).when(contact("centre", TODAY)), "erased");
    }

    @Test
    void after_pruning_the_tombstone_stands_for_the_file() {
        refused(in(erased()).when(contact("centre", TODAY)), "erased");
    }

    private org.axonframework.test.aggregate.TestExecutor<Contact> in(CaseFileEvent... file) {
        var fixture = new AggregateTestFixture<>(Contact.class);
        fixture.registerAnnotatedCommandHandler(
                new RecordingContacts(fixture.getRepository(), RecordedFiles.of(file), mock(), keys.sealer(), clock));
        return fixture.givenNoPriorActivity();
    }

    private static void refused(ResultValidator<Contact> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Throwable refusal) ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static CaseFileClosed closed(LocalDate on) {
        return new CaseFileClosed(FILE, PERSON, "moved-away", on, WORKER, NOW);
    }

    private static CaseFileErased erased() {
        return new CaseFileErased(FILE, PERSON, UUID.randomUUID(), TODAY, NOW);
    }

    private static RecordContact contact(String unit, LocalDate date) {
        return new RecordContact(
                FILE,
                PERSON,
                CONTACT,
                unit,
                date,
                Clear.of("Dit."),
                null,
                Clear.of(new Codes(List.of("P03.4"))),
                null,
                List.of(),
                WORKER);
    }
}
