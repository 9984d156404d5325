package eu.lethe.cases.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResealedContentsTest {

    private static final Instant RECORDED = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant CORRECTED = RECORDED.plusSeconds(3600);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final UUID WRONG = UUID.randomUUID();
    private static final UUID CONTACT = UUID.randomUUID();
    private static final UUID REVISION = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final Place PLACE = new Place(UUID.randomUUID(), UUID.randomUUID(), "centre", UUID.randomUUID());

    private final KeysInMemory keys = new KeysInMemory();
    private final HouseholdsOfThatDay households = mock();
    private final ResealedContents resealed = new ResealedContents(keys.opener(), keys.sealer(), mock());

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void each_wording_is_sealed_under_the_right_persons_key_with_who_wrote_it_when_and_why() {
        var wordings = moved(recorded(), corrected()).wordings();

        assertThat(wordings.versions()).hasSize(2);
        var first = wordings.first();
        assertThat(first.wording().revisionId()).isEqualTo(PLACE.contactId());
        assertThat(open(first.wording().text(), PLACE.contactId(), "text", String.class))
                .isEqualTo("Dit.");
        assertThat(open(first.wording().circumstances(), PLACE.contactId(), "circumstances", Circumstances.class))
                .isEqualTo(new Circumstances("visit", null));
        assertThat(first.author()).isEqualTo(WORKER);
        assertThat(first.at()).isEqualTo(RECORDED);
        var last = wordings.inForce();
        var revisionId = last.wording().revisionId();
        assertThat(revisionId).isNotIn(REVISION, PLACE.contactId());
        assertThat(open(last.wording().text(), revisionId, "text", String.class))
                .isEqualTo("Mieux dit.");
        assertThat(last.author()).isEqualTo(COLLEAGUE);
        assertThat(last.at()).isEqualTo(CORRECTED);
        var correction = Objects.requireNonNull(last.correction());
        assertThat(correction.reason()).isEqualTo("incomplete");
        assertThat(open(correction.reasonText(), revisionId, "reasonText", String.class))
                .isEqualTo("Oubli.");
        assertThat(wordings.sealed().map(one -> one.keyId().personId())).containsOnly(PLACE.personId());
        assertThat(Objects.requireNonNull(correction.reasonText()).keyId().compartment())
                .isEqualTo(Compartment.RIGHTS);
    }

    @Test
    void a_wording_whose_key_was_destroyed_is_left_out_and_the_next_is_the_first() {
        var recorded = recorded();
        keys.destroy(WRONG, Compartment.NARRATIVE);

        var wordings = moved(recorded, corrected()).wordings();

        assertThat(wordings.versions()).hasSize(1);
        assertThat(wordings.first().wording().revisionId()).isEqualTo(PLACE.contactId());
        assertThat(open(wordings.first().wording().text(), PLACE.contactId(), "text", String.class))
                .isEqualTo("Mieux dit.");
        assertThat(wordings.first().author()).isEqualTo(COLLEAGUE);
    }

    @Test
    void a_reason_whose_key_was_destroyed_is_left_out_and_the_wording_stays() {
        var corrected = corrected();
        keys.destroy(WRONG, Compartment.RIGHTS);

        var correction = Objects.requireNonNull(
                moved(recorded(), corrected).wordings().inForce().correction());

        assertThat(correction.reason()).isEqualTo("incomplete");
        assertThat(correction.reasonText()).isNull();
    }

    @Test
    void a_contact_whose_wording_in_force_is_gone_is_not_moved() {
        var recorded = recorded();
        var corrected = corrected();
        keys.destroy(WRONG, Compartment.NARRATIVE);

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(() -> moved(recorded, corrected));
    }

    @Test
    void a_contact_of_which_no_wording_is_left_in_the_store_is_gone() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> WordingHistory.in(Stream.of()))
                .matches(problem -> problem.code().equals("erased"));
    }

    @Test
    void while_the_key_of_an_earlier_wording_is_suspended_nothing_is_moved() {
        var recorded = recorded();
        keys.destroy(WRONG, Compartment.NARRATIVE);
        // the key of this one is still leased
        var corrected = corrected();
        keys.suspend(WRONG);

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(() -> moved(recorded, corrected));
    }

    @Test
    void a_contact_moved_twice_still_says_when_it_was_worded() {
        var once = moved(recorded(), corrected());
        var moves = Stream.concat(
                Stream.of(once.recorded(PLACE, households, COLLEAGUE, CORRECTED.plusSeconds(60))),
                once.corrections(PLACE, households, CORRECTED.plusSeconds(60)).stream());

        assertThat(WordingHistory.in(moves)).isEqualTo(once.wordings());
    }

    private RefiledContent moved(ContactRecorded recorded, ContactCorrected corrected) {
        var wordings = WordingHistory.in(Stream.of(recorded, corrected));
        var content = new ContactContent(
                wordings.inForce().wording(), new Coding(CONTACT, null, null), List.of(), Map.of(), WORKER);
        return resealed.contentFor(PLACE, content, wordings);
    }

    private ContactRecorded recorded() {
        return new ContactRecorded(
                UUID.randomUUID(),
                WRONG,
                CONTACT,
                "centre",
                DAY,
                null,
                seal(Compartment.NARRATIVE, CONTACT, "text", "Dit."),
                null,
                null,
                List.of(),
                seal(Compartment.NARRATIVE, CONTACT, "circumstances", new Circumstances("visit", null)),
                null,
                null,
                WORKER,
                RECORDED);
    }

    private ContactCorrected corrected() {
        return new ContactCorrected(
                UUID.randomUUID(),
                WRONG,
                CONTACT,
                REVISION,
                DAY,
                null,
                seal(Compartment.NARRATIVE, REVISION, "text", "Mieux dit."),
                null,
                List.of(),
                "incomplete",
                seal(Compartment.RIGHTS, REVISION, "reasonText", "Oubli."),
                null,
                COLLEAGUE,
                CORRECTED);
    }

    private <T> Sealed<T> seal(Compartment compartment, UUID record, String field, T clear) {
        return keys.seal(WRONG, compartment, new SealingContext(record, field), Clear.of(clear));
    }

    private <T> T open(@Nullable Sealed<T> sealed, UUID record, String field, Class<T> type) {
        return keys.open(Objects.requireNonNull(sealed), new SealingContext(record, field), type);
    }
}
