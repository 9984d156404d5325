package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands one person's part in a contact, within one compartment: what it counts stands and falls with that person's
 * key for that compartment. It takes from the contact what is counted, and nothing else.
 *
 * @param fileId the person's own file, when the contact is in it
 * @param codes what was chosen for the person, sealed as it came
 */
record Share(
        UUID contactId,
        UUID personId,
        Compartment compartment,
        int year,
        String unit,
        @Nullable UUID fileId,
        @Nullable Sealed<Codes> codes) {

    /** The parts of a contact: of the person whose file it is, and of those it mentions. In one order for all writers. */
    static List<Share> of(ContactRecorded contact) {
        var own = part(contact, contact.personId(), Compartment.CODING, contact.fileId(), contact.codes());
        var health = Stream.ofNullable(contact.healthCodes())
                .map(codes -> part(contact, contact.personId(), Compartment.HEALTH, null, codes));
        var mentioned = contact.mentioned().stream()
                .distinct()
                .filter(person -> !person.equals(contact.personId()))
                .map(person -> part(contact, person, Compartment.CODING, null, null));
        return Stream.of(Stream.of(own), health, mentioned)
                .flatMap(parts -> parts)
                .sorted(Comparator.comparing(Share::personId)
                        .thenComparing(share -> share.compartment().code()))
                .toList();
    }

    private static Share part(
            ContactRecorded contact,
            UUID personId,
            Compartment compartment,
            @Nullable UUID fileId,
            @Nullable Sealed<Codes> codes) {
        return new Share(
                contact.contactId(), personId, compartment, contact.date().getYear(), contact.unit(), fileId, codes);
    }

    /** Whether it counts the person; the health part counts areas only. */
    boolean countsThePerson() {
        return compartment.equals(Compartment.CODING);
    }

    /** Where the codes were sealed for. */
    SealingContext contextOfCodes() {
        return new SealingContext(contactId, compartment.equals(Compartment.HEALTH) ? "healthCodes" : "codes");
    }
}
