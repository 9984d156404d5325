package eu.lethe.cases.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.casefile.RecordedFiles;
import eu.lethe.cases.contact.ContactCommand.CodeContact;
import eu.lethe.cases.contact.ContactCommand.CorrectContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RestoreContact;
import eu.lethe.cases.contact.ContactCommand.WithdrawContact;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.contact.ContactContent.Wording;
import eu.lethe.cases.contact.WordingHistory.Correction;
import eu.lethe.cases.contact.WordingHistory.Version;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentAdded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-02-23T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID NEIGHBOUR = UUID.randomUUID();
    private static final UUID CONTACT = UUID.randomUUID();
    private static final UUID REVISION = UUID.randomUUID();
    private static final UUID CODING = UUID.randomUUID();
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final WithdrawnContacts withdrawnContacts = mock();
    private final HouseholdsOfThatDay households = mock();
    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);
    private final AggregateTestFixture<Contact> fixture = new AggregateTestFixture<>(Contact.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(keys.sealer());
        fixture.registerInjectableResource(mock(GoneCodings.class));
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(RecordedFiles.of(opened()));
        fixture.registerInjectableResource(withdrawnContacts);
        fixture.registerInjectableResource(households);
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void a_correction_is_sealed_as_a_wording_of_its_own_and_its_reason_apart() {
        fixture.given(recorded())
                .when(correction(CONTACT, TODAY))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((ContactCorrected corrected) -> {
                    assertThat(open(corrected.text(), REVISION, "text", String.class))
                            .isEqualTo("Mieux dit.");
                    assertThat(open(corrected.circumstances(), REVISION, "circumstances", Circumstances.class))
                            .isEqualTo(new Circumstances("visit", "chez elle"));
                    assertThat(Objects.requireNonNull(corrected.reasonText())
                                    .keyId()
                                    .compartment())
                            .isEqualTo(Compartment.RIGHTS);
                    return true;
                }))));
    }

    @Test
    void a_correction_of_a_wording_that_is_no_longer_in_force_is_refused_and_told_which_is() {
        fixture.given(recorded(), corrected(REVISION))
                .when(correction(CONTACT, TODAY))
                .expectNoEvents()
                .expectException(matches((Throwable refusal) -> refusal instanceof Problem problem
                        && problem.code().equals("edited-meanwhile")
                        && REVISION.equals(problem.members().get("revisionId"))));
    }

    @Test
    void the_date_cannot_be_corrected_into_the_future() {
        refused(fixture.given(recorded()).when(correction(CONTACT, TODAY.plusDays(1))), "invalid-request");
    }

    @Test
    void a_withdrawn_contact_is_corrected_no_more() {
        refused(fixture.given(recorded(), withdrawn()).when(correction(CONTACT, TODAY)), "not-found");
    }

    @Test
    void of_a_withdrawn_and_pruned_contact_the_last_event_is_enough() {
        refused(fixture.given(withdrawn()).when(correction(CONTACT, TODAY)), "not-found");
    }

    @Test
    void a_contact_recorded_in_error_is_told_with_its_day_and_the_day_it_is_deleted_with_its_documents() {
        when(withdrawnContacts.order(CONTACT, Set.of(DOCUMENT))).thenReturn(TODAY.plusDays(7));

        fixture.given(recorded(), corrected(REVISION), attached())
                .when(new WithdrawContact(CONTACT, FILE, "centre", "recorded-in-error", null, WORKER))
                .expectEvents(withdrawnUntil(TODAY.plusDays(7)));
    }

    @Test
    void a_contact_withdrawn_by_mistake_comes_back_as_it_was_last_and_its_documents_with_it() {
        when(withdrawnContacts.callOff(CONTACT)).thenReturn(true);

        fixture.given(recorded(), corrected(REVISION), attached(), withdrawnUntil(TODAY.plusDays(1)))
                .when(restoring())
                .expectEventsMatching(payloadsMatching(matches((List<?> told) -> {
                    var back = (ContactRestored) told.getFirst();
                    assertThat(open(back.text(), REVISION, "text", String.class))
                            .isEqualTo("Corrigé.");
                    assertThat(back.revisionId()).isEqualTo(REVISION);
                    assertThat(back.codingId()).isEqualTo(CONTACT);
                    assertThat(back.date()).isEqualTo(TODAY.minusYears(1));
                    assertThat(back.unit()).isEqualTo("north");
                    assertThat(back.mentioned()).containsExactly(NEIGHBOUR);
                    assertThat(back.writtenBy()).isEqualTo(WORKER);
                    assertThat(back.author()).isEqualTo(COLLEAGUE);
                    assertThat(((AttachmentAdded) told.getLast()).attachmentId())
                            .isEqualTo(DOCUMENT);
                    return told.size() == 2;
                })));
    }

    @Test
    void a_contact_that_is_back_is_corrected_like_any_other() {
        when(withdrawnContacts.callOff(CONTACT)).thenReturn(true);

        fixture.given(recorded(), withdrawnUntil(TODAY.plusDays(1)))
                .andGivenCommands(restoring())
                .when(correction(CONTACT, TODAY))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void on_the_day_of_its_deletion_a_contact_comes_back_no_more() {
        when(withdrawnContacts.callOff(CONTACT)).thenReturn(true);

        refused(fixture.given(recorded(), withdrawnUntil(TODAY)).when(restoring()), "contact-erased");
    }

    @Test
    void a_contact_whose_deletion_has_begun_comes_back_no_more() {
        when(withdrawnContacts.callOff(CONTACT)).thenReturn(false);

        refused(fixture.given(recorded(), withdrawnUntil(TODAY.plusDays(1))).when(restoring()), "contact-erased");
    }

    @Test
    void what_is_filed_under_another_person_now_does_not_come_back() {
        refused(fixture.given(recorded(), withdrawn()).when(restoring()), "not-found");
    }

    @Test
    void what_was_never_withdrawn_needs_no_bringing_back() {
        refused(fixture.given(recorded()).when(restoring()), "not-found");
    }

    @Test
    void nothing_is_corrected_in_an_erased_file() {
        var another = new AggregateTestFixture<>(Contact.class);
        another.registerInjectableResource(keys.sealer());
        another.registerInjectableResource(mock(GoneCodings.class));
        another.registerInjectableResource(clock);
        another.registerInjectableResource(households);
        another.registerInjectableResource(RecordedFiles.of(opened(), erased()));

        refused(another.given(recorded()).when(correction(CONTACT, TODAY)), "erased");
    }

    @Test
    void codes_chosen_afterwards_count_in_the_unit_and_at_the_date_of_the_contact() {
        fixture.given(recorded(), corrected(REVISION))
                .when(coding(List.of("P03.4"), List.of("P05.1")))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((ContactCoded coded) -> {
                    assertThat(coded.unit()).isEqualTo("north");
                    assertThat(coded.date()).isEqualTo(TODAY.minusYears(1));
                    assertThat(coded.mentioned()).containsExactly(NEIGHBOUR);
                    assertThat(open(coded.codes(), CODING, "codes", Codes.class))
                            .isEqualTo(new Codes(List.of("P03.4")));
                    assertThat(Objects.requireNonNull(coded.healthCodes())
                                    .keyId()
                                    .compartment())
                            .isEqualTo(Compartment.HEALTH);
                    return true;
                }))));
    }

    @Test
    void codes_chosen_where_others_are_in_force_by_now_are_refused_and_told_which_are() {
        fixture.given(recorded())
                .andGivenCommands(coding(List.of("P03.4"), List.of()))
                .when(coding(List.of(), List.of("P05.1")))
                .expectNoEvents()
                .expectException(matches((Throwable refusal) -> refusal instanceof Problem problem
                        && problem.code().equals("edited-meanwhile")
                        && CODING.equals(problem.members().get("revisionId"))));
    }

    @Test
    void all_codes_can_be_taken_away() {
        fixture.given(recorded())
                .when(coding(List.of(), List.of()))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((ContactCoded coded) -> coded.codes() == null && coded.healthCodes() == null))));
    }

    @Test
    void in_another_persons_file_a_contact_is_told_from_its_first_wording_on_at_the_moment_it_is_moved() {
        var place = new Place(FILE, PERSON, "centre", CONTACT);

        fixture.givenNoPriorActivity()
                .whenConstructing(() -> new Contact(place, moved(), households, COLLEAGUE, clock))
                .expectEventsMatching(payloadsMatching(matches((List<?> told) -> {
                    var recorded = (ContactRecorded) told.getFirst();
                    assertThat(open(recorded.text(), CONTACT, "text", String.class))
                            .isEqualTo("Dit.");
                    assertThat(recorded.date()).isEqualTo(TODAY.minusDays(9));
                    assertThat(recorded.author()).isEqualTo(WORKER);
                    assertThat(recorded.filedBy()).isEqualTo(COLLEAGUE);
                    assertThat(recorded.wordedAt()).isEqualTo(LONG_AGO);
                    assertThat(recorded.at()).isEqualTo(NOW);
                    var corrected = (ContactCorrected) told.getLast();
                    assertThat(open(corrected.text(), REVISION, "text", String.class))
                            .isEqualTo("Corrigé.");
                    assertThat(corrected.reason()).isEqualTo("typing-error");
                    assertThat(corrected.date()).isEqualTo(TODAY.minusDays(8));
                    assertThat(corrected.author()).isEqualTo(COLLEAGUE);
                    assertThat(corrected.wordedAt()).isEqualTo(LONG_AGO.plusSeconds(60));
                    assertThat(corrected.at()).isEqualTo(NOW);
                    assertThat(List.of(recorded.mentioned(), corrected.mentioned()))
                            .containsOnly(List.of(NEIGHBOUR));
                    return told.size() == 2;
                })));
    }

    /** Recorded by one worker and corrected by another, long before. */
    private RefiledContent moved() {
        var first = new Wording(CONTACT, TODAY.minusDays(9), seal(CONTACT, "text", "Dit."), null);
        var second = new Wording(REVISION, TODAY.minusDays(8), seal(REVISION, "text", "Corrigé."), null);
        var wordings = new WordingHistory(List.of(
                new Version(first, null, WORKER, LONG_AGO),
                new Version(second, new Correction("typing-error", null), COLLEAGUE, LONG_AGO.plusSeconds(60))));
        return new RefiledContent(wordings, new Coding(CONTACT, null, null), List.of(NEIGHBOUR), Map.of());
    }

    private static void refused(ResultValidator<Contact> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Throwable refusal) ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private <T> T open(@Nullable Sealed<T> sealed, UUID record, String field, Class<T> type) {
        return keys.open(Objects.requireNonNull(sealed), new SealingContext(record, field), type);
    }

    private <T> Sealed<T> seal(UUID record, String field, T clear) {
        return keys.seal(PERSON, Compartment.NARRATIVE, new SealingContext(record, field), Clear.of(clear));
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static CaseFileErased erased() {
        return new CaseFileErased(FILE, PERSON, UUID.randomUUID(), TODAY, NOW);
    }

    /** While the file was with unit north. */
    private ContactRecorded recorded() {
        return new ContactRecorded(
                FILE,
                PERSON,
                CONTACT,
                "north",
                TODAY,
                null,
                seal(CONTACT, "text", "Dit."),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                WORKER,
                NOW);
    }

    private ContactCorrected corrected(UUID revision) {
        return new ContactCorrected(
                FILE,
                PERSON,
                CONTACT,
                revision,
                TODAY.minusYears(1),
                null,
                seal(revision, "text", "Corrigé."),
                null,
                List.of(NEIGHBOUR),
                "typing-error",
                null,
                null,
                WORKER,
                NOW);
    }

    private static ContactWithdrawn withdrawn() {
        return new ContactWithdrawn(FILE, PERSON, CONTACT, "wrong-person", null, null, null, WORKER, NOW);
    }

    private static ContactWithdrawn withdrawnUntil(LocalDate erasedOn) {
        return new ContactWithdrawn(
                FILE, PERSON, CONTACT, "recorded-in-error", null, TODAY.minusYears(1), erasedOn, WORKER, NOW);
    }

    private AttachmentAdded attached() {
        var details = seal(DOCUMENT, "details", new AttachmentDetails("bail.pdf", "application/pdf", "0".repeat(64)));
        return new AttachmentAdded(FILE, PERSON, CONTACT, DOCUMENT, details, 12, WORKER, NOW);
    }

    private static RestoreContact restoring() {
        return new RestoreContact(CONTACT, FILE, "centre", COLLEAGUE);
    }

    private static CorrectContact correction(UUID read, LocalDate date) {
        return new CorrectContact(
                CONTACT,
                FILE,
                "centre",
                read,
                REVISION,
                date,
                Clear.of("Mieux dit."),
                Clear.of(new Circumstances("visit", "chez elle")),
                List.of(),
                "on-request",
                Clear.of("Elle l’a demandé."),
                WORKER);
    }

    private static CodeContact coding(List<String> codes, List<String> health) {
        return new CodeContact(CONTACT, FILE, "centre", CONTACT, CODING, codes(codes), codes(health), WORKER);
    }

    private static @Nullable Clear<Codes> codes(List<String> codes) {
        return codes.isEmpty() ? null : Clear.of(new Codes(codes));
    }
}
