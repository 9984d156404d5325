package eu.lethe.reporting;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.testkit.KeyRing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands contacts as case-service records them. */
final class Contacts {

    private final KeyRing keys;

    /** Sealed with these keys. */
    public Contacts(KeyRing keys) {
        this.keys = keys;
    }

    /** A contact of a person in their own file, whose id is made from theirs. */
    public ContactRecorded of(
            UUID person, String unit, LocalDate date, List<String> codes, List<String> healthCodes, UUID... mentioned) {
        return in(null, person, unit, date, codes, healthCodes, mentioned);
    }

    /** The same, of somebody who lives in a household. */
    public ContactRecorded in(
            @Nullable UUID household,
            UUID person,
            String unit,
            LocalDate date,
            List<String> codes,
            List<String> healthCodes,
            UUID... mentioned) {
        var contactId = UUID.randomUUID();
        return new ContactRecorded(
                UUID.nameUUIDFromBytes(EventJson.mapper().writeValueAsBytes(person)),
                person,
                contactId,
                unit,
                date,
                household,
                // nobody here may open it, and nobody has its key
                seal(person, Compartment.CODING, contactId, "text", "never read"),
                sealed(person, Compartment.CODING, contactId, "codes", codes),
                sealed(person, Compartment.HEALTH, contactId, "healthCodes", healthCodes),
                List.of(mentioned),
                null,
                null,
                null,
                UUID.randomUUID(),
                Instant.now());
    }

    /** Codes chosen afterwards for a contact, in place of all it had. */
    public ContactCoded coded(ContactRecorded contact, List<String> codes, List<String> healthCodes) {
        var coding = UUID.randomUUID();
        return new ContactCoded(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                coding,
                contact.unit(),
                contact.date(),
                contact.household(),
                sealed(contact.personId(), Compartment.CODING, coding, "codes", codes),
                sealed(contact.personId(), Compartment.HEALTH, coding, "healthCodes", healthCodes),
                contact.mentioned(),
                UUID.randomUUID(),
                Instant.now());
    }

    /** A contact that took place on another day, or is about other persons. */
    public ContactCorrected corrected(ContactRecorded contact, LocalDate date, UUID... mentioned) {
        var revision = UUID.randomUUID();
        return new ContactCorrected(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                revision,
                date,
                contact.household(),
                // nobody here may open it, and nobody has its key
                seal(contact.personId(), Compartment.CODING, revision, "text", "never read"),
                null,
                List.of(mentioned),
                "typing-error",
                null,
                null,
                UUID.randomUUID(),
                Instant.now());
    }

    /** A contact that should not have been recorded. */
    public ContactWithdrawn withdrawn(ContactRecorded contact) {
        return new ContactWithdrawn(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                "recorded-in-error",
                null,
                contact.date(),
                contact.date().plusDays(7),
                UUID.randomUUID(),
                Instant.now());
    }

    /** A contact that was withdrawn by mistake, coded as it was last. */
    public ContactRestored restored(ContactRecorded contact, ContactCoded coded) {
        return new ContactRestored(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                contact.unit(),
                contact.date(),
                contact.household(),
                contact.contactId(),
                contact.text(),
                contact.circumstances(),
                coded.codingId(),
                coded.codes(),
                coded.healthCodes(),
                contact.mentioned(),
                contact.author(),
                UUID.randomUUID(),
                Instant.now());
    }

    /** Something a third party reported about a person. */
    public InformationReceived information(UUID person, UUID source, String unit, LocalDate receivedOn) {
        var information = UUID.randomUUID();
        return new InformationReceived(
                UUID.nameUUIDFromBytes(EventJson.mapper().writeValueAsBytes(person)),
                person,
                information,
                source,
                unit,
                receivedOn,
                seal(person, Compartment.CODING, information, "said", "never read"),
                seal(source, Compartment.CODING, information, "source", "never read"),
                receivedOn.plusMonths(1),
                UUID.randomUUID(),
                Instant.now());
    }

    private @Nullable Sealed<Codes> sealed(
            UUID person, Compartment compartment, UUID contactId, String field, List<String> codes) {
        return codes.isEmpty() ? null : seal(person, compartment, contactId, field, new Codes(codes));
    }

    private <T> Sealed<T> seal(UUID person, Compartment compartment, UUID contactId, String field, Object value) {
        return Jwe.seal(
                keys.key(person, compartment),
                new SealingContext(contactId, field),
                EventJson.mapper().writeValueAsBytes(value));
    }
}
