package eu.lethe.reporting.neighbours;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands contacts as case-service records them. */
public final class Contacts {

    private final KeyRing keys;

    /** Sealed with these keys. */
    public Contacts(KeyRing keys) {
        this.keys = keys;
    }

    /** A contact of a person in their own file, whose id is made from theirs. */
    public ContactRecorded of(
            UUID person, String unit, LocalDate date, List<String> codes, List<String> healthCodes, UUID... mentioned) {
        var contactId = UUID.randomUUID();
        return new ContactRecorded(
                UUID.nameUUIDFromBytes(EventJson.mapper().writeValueAsBytes(person)),
                person,
                contactId,
                unit,
                date,
                // nobody here may open it, and nobody has its key
                seal(person, Compartment.CODING, contactId, "text", "never read"),
                sealed(person, Compartment.CODING, contactId, "codes", codes),
                sealed(person, Compartment.HEALTH, contactId, "healthCodes", healthCodes),
                List.of(mentioned),
                null,
                null,
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
