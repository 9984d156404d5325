package eu.lethe.retention.running;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
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
                sealed(person, Compartment.NARRATIVE, contact, "text"),
                null,
                null,
                List.of(),
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

    private static <T> Sealed<T> sealed(UUID person, Compartment compartment, UUID record, String field) {
        return Jwe.seal(
                new ContentKey(new KeyId(person, compartment, 1), new byte[32]),
                new SealingContext(record, field),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
