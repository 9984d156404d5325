package eu.lethe.retention.running;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionRevoked;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Understands what other services would say of persons. What they seal, they seal under keys of the tests. */
public final class Persons {

    private static final UUID AUTHOR = UUID.fromString("10000000-0000-4000-8000-000000000005");
    private static final String UNIT = "centre";

    private Persons() {}

    /** Somebody came. */
    public static PersonRegistered registered(UUID person) {
        return new PersonRegistered(
                person,
                UNIT,
                sealed(person, Compartment.IDENTITY, person, "identity"),
                sealed(person, Compartment.CODING, person, "demographics"),
                AUTHOR,
                Instant.now());
    }

    /** A file was opened. */
    public static CaseFileOpened opened(UUID file, UUID person, LocalDate on) {
        return new CaseFileOpened(file, person, UNIT, on, AUTHOR, Instant.now());
    }

    /** A contact took place, and is written down now. */
    public static ContactRecorded contact(UUID file, UUID person, LocalDate on) {
        return contact(file, person, on, Instant.now());
    }

    /** A contact took place, and is written down at a moment of the business clock. */
    public static ContactRecorded contact(UUID file, UUID person, LocalDate on, Instant at) {
        var contact = UUID.randomUUID();
        return new ContactRecorded(
                file,
                person,
                contact,
                UNIT,
                on,
                null,
                sealed(person, Compartment.NARRATIVE, contact, "text"),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                AUTHOR,
                at);
    }

    /** A consent was given. */
    public static ConsentGranted granted(UUID consent, UUID person, LocalDate on, Compartment... compartments) {
        return new ConsentGranted(
                consent,
                person,
                "contact-reminders",
                null,
                List.of(compartments),
                sealed(person, Compartment.CONSENT, consent, "evidence"),
                on,
                AUTHOR,
                Instant.now());
    }

    /** A consent was taken back. */
    public static ConsentWithdrawn withdrawn(UUID consent, UUID person, LocalDate on, Compartment... compartments) {
        return new ConsentWithdrawn(
                consent, person, "contact-reminders", List.of(compartments), on, AUTHOR, Instant.now());
    }

    /** A consent ended with the person's erasure. */
    public static ConsentLapsed lapsed(UUID consent, UUID person, LocalDate on) {
        return new ConsentLapsed(consent, person, UUID.randomUUID(), on, Instant.now());
    }

    /** The file has child protection in it. */
    public static ChildProtectionNoted protectedUntil(UUID file, UUID person, LocalDate majority) {
        return new ChildProtectionNoted(file, person, majority, Instant.now());
    }

    /** It has not. */
    public static ChildProtectionRevoked notProtected(UUID file, UUID person) {
        return new ChildProtectionRevoked(file, person, Instant.now());
    }

    /** A member of staff is kept away from the file because the person asked for it. */
    public static WorkerExcluded excludedOnRequest(UUID person, Instant at) {
        var exclusion = UUID.randomUUID();
        return new WorkerExcluded(
                person,
                exclusion,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "on-request",
                sealed(person, Compartment.RIGHTS, exclusion, "reasonText"),
                AUTHOR,
                at);
    }

    /** Somebody reported something about the person. */
    public static InformationReceived reported(UUID information, UUID source, UUID file, UUID person, LocalDate on) {
        return new InformationReceived(
                file,
                person,
                information,
                source,
                UNIT,
                on,
                sealed(person, Compartment.THIRD_PARTY, information, "said"),
                sealed(source, Compartment.THIRD_PARTY, information, "source"),
                on.plusMonths(1),
                AUTHOR,
                Instant.now());
    }

    /** What was reported about a second record is about the kept one. */
    public static InformationMoved moved(InformationReceived reported, UUID file, UUID person) {
        return new InformationMoved(
                file,
                person,
                reported.informationId(),
                reported.fileId(),
                reported.sourceId(),
                UNIT,
                reported.receivedOn(),
                sealed(person, Compartment.THIRD_PARTY, reported.informationId(), "said"),
                reported.source(),
                reported.noticeDueOn(),
                AUTHOR,
                reported.at(),
                AUTHOR,
                Instant.now());
    }

    /** It was reviewed, and is kept. */
    public static InformationKept kept(UUID information, UUID file, UUID person, LocalDate on) {
        return new InformationKept(
                file, person, information, UUID.randomUUID(), null, on, on.plusYears(1), AUTHOR, Instant.now());
    }

    /** It proved unfounded. */
    public static InformationDismissed dismissed(UUID information, UUID source, UUID file, UUID person, LocalDate on) {
        return new InformationDismissed(
                file, person, information, source, UUID.randomUUID(), null, on, AUTHOR, Instant.now());
    }

    /** Two records were of one person. */
    public static PersonsMerged merged(UUID person, UUID duplicate, LocalDate undoUntil, Instant at) {
        return new PersonsMerged(person, duplicate, null, null, undoUntil, AUTHOR, at);
    }

    /** They were two persons after all. */
    public static MergeUndone undone(UUID person, UUID duplicate, Instant at) {
        return new MergeUndone(person, duplicate, AUTHOR, at);
    }

    /** What was the duplicate's is under the other's keys now. */
    public static MergeSettled settled(UUID person, UUID duplicate, LocalDate on, Instant at) {
        return new MergeSettled(person, duplicate, on, at);
    }

    /** The file went to another unit. */
    public static CaseFileTransferred transferred(UUID file, UUID person, String unit) {
        return new CaseFileTransferred(file, person, unit, UNIT, null, AUTHOR, Instant.now());
    }

    /** A contact took place on another day. */
    public static ContactCorrected corrected(ContactRecorded contact, LocalDate on) {
        return corrected(contact, on, Instant.now());
    }

    /** A contact took place on another day, as is told at a moment. */
    public static ContactCorrected corrected(ContactRecorded contact, LocalDate on, Instant at) {
        var revision = UUID.randomUUID();
        return new ContactCorrected(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                revision,
                on,
                null,
                sealed(contact.personId(), Compartment.NARRATIVE, revision, "text"),
                null,
                List.of(),
                "wrong-fact",
                null,
                null,
                AUTHOR,
                at);
    }

    /** A contact should not have been recorded. */
    public static ContactWithdrawn withdrawn(ContactRecorded contact) {
        return new ContactWithdrawn(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                "recorded-in-error",
                null,
                contact.date(),
                LocalDate.now(ZoneOffset.UTC).plusDays(7),
                AUTHOR,
                Instant.now());
    }

    /** It was not: it is back. */
    public static ContactRestored restored(ContactRecorded contact) {
        return new ContactRestored(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                contact.unit(),
                contact.date(),
                null,
                contact.contactId(),
                contact.text(),
                contact.circumstances(),
                contact.contactId(),
                contact.codes(),
                contact.healthCodes(),
                contact.mentioned(),
                contact.author(),
                AUTHOR,
                Instant.now());
    }

    /** A contact is given a health code. */
    public static ContactCoded codedHealth(ContactRecorded contact, int generation) {
        var coding = UUID.randomUUID();
        return new ContactCoded(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                coding,
                UNIT,
                contact.date(),
                null,
                null,
                sealed(new KeyId(contact.personId(), Compartment.HEALTH, generation), coding, "healthCodes"),
                List.of(),
                AUTHOR,
                Instant.now());
    }

    private static <T> Sealed<T> sealed(UUID person, Compartment compartment, UUID record, String field) {
        return sealed(new KeyId(person, compartment, 1), record, field);
    }

    private static <T> Sealed<T> sealed(KeyId key, UUID record, String field) {
        return Jwe.seal(
                new ContentKey(key, new byte[32]),
                new SealingContext(record, field),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
