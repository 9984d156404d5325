package eu.lethe.cases.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands what may become of a contact once it is recorded. */
@EventSourced
final class Contact {

    private static final int OLDEST_CONTACT_YEARS = 50;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private UUID id;

    @SuppressWarnings("NullAway.Init") // the first event names the contact
    Contact() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the contact
    Contact(RecordContact contact, Sealer sealer, BusinessClock clock) {
        requirePlausible(contact.date(), clock.today());
        apply(new ContactRecorded(
                contact.fileId(),
                contact.personId(),
                contact.contactId(),
                contact.unit(),
                contact.date(),
                seal(sealer, Compartment.NARRATIVE, contact, "text", contact.text()),
                sealAny(sealer, Compartment.CODING, contact, "codes", contact.codes()),
                sealAny(sealer, Compartment.HEALTH, contact, "healthCodes", contact.healthCodes()),
                contact.mentioned(),
                null,
                null,
                contact.author(),
                clock.now()));
    }

    private static void requirePlausible(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw Problem.invalid("/date", "future");
        }
        if (date.isBefore(today.minusYears(OLDEST_CONTACT_YEARS))) {
            throw Problem.invalid("/date", "past");
        }
    }

    private static <T> Sealed<T> seal(
            Sealer sealer, Compartment compartment, RecordContact contact, String field, Clear<T> clear) {
        return sealer.seal(contact.personId(), compartment, new SealingContext(contact.contactId(), field), clear);
    }

    private static <T> @Nullable Sealed<T> sealAny(
            Sealer sealer, Compartment compartment, RecordContact contact, String field, @Nullable Clear<T> clear) {
        return clear == null ? null : seal(sealer, compartment, contact, field, clear);
    }

    @EventSourcingHandler
    void on(ContactRecorded recorded) {
        id = recorded.contactId();
    }
}
