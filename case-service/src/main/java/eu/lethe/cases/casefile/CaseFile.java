package eu.lethe.cases.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.RecordContact;
import eu.lethe.cases.person.Refusals;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
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
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands what may be written in a case file, and by whom. */
@EventSourced
final class CaseFile {

    private static final int OLDEST_CONTACT_YEARS = 50;

    @AggregateIdentifier
    private UUID id;

    private UUID person;
    private @Nullable String unit;
    private @Nullable UUID erasedBy;
    private @Nullable LocalDate erasedOn;

    @SuppressWarnings("NullAway.Init") // the first event names the file
    CaseFile() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the file
    CaseFile(OpenCaseFile open, BusinessClock clock) {
        apply(new CaseFileOpened(
                open.fileId(), open.personId(), open.unit(), clock.today(), open.author(), clock.now()));
    }

    @CommandHandler
    void handle(RecordContact contact, Sealer sealer, BusinessClock clock) {
        requireWritable(contact.unit());
        requirePlausible(contact.date(), clock.today());
        apply(new ContactRecorded(
                id,
                person,
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

    @CommandHandler
    void handle(EraseCaseFile erase, BusinessClock clock) {
        if (erasedBy == null) {
            apply(new CaseFileErased(id, person, erase.erasureId(), erase.erasedOn(), clock.now()));
        }
    }

    /** Only while it is there, and with the unit that it is with. */
    void requireWritable(String wanted) {
        if (erasedBy != null && erasedOn != null) {
            throw Refusals.erased(erasedBy, erasedOn, null);
        }
        if (!wanted.equals(unit)) {
            throw Problem.forbidden();
        }
    }

    private static void requirePlausible(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw Problem.invalid("/date", "future");
        }
        if (date.isBefore(today.minusYears(OLDEST_CONTACT_YEARS))) {
            throw Problem.invalid("/date", "past");
        }
    }

    private <T> Sealed<T> seal(
            Sealer sealer, Compartment compartment, RecordContact contact, String field, Clear<T> clear) {
        return sealer.seal(person, compartment, new SealingContext(contact.contactId(), field), clear);
    }

    private <T> @Nullable Sealed<T> sealAny(
            Sealer sealer, Compartment compartment, RecordContact contact, String field, @Nullable Clear<T> clear) {
        return clear == null ? null : seal(sealer, compartment, contact, field, clear);
    }

    @EventSourcingHandler
    void on(CaseFileOpened opened) {
        id = opened.fileId();
        person = opened.personId();
        unit = opened.unit();
    }

    @EventSourcingHandler
    void on(ContactRecorded recorded) {
        id = recorded.fileId();
    }

    @EventSourcingHandler
    void on(CaseFileErased erased) {
        id = erased.fileId();
        person = erased.personId();
        erasedBy = erased.erasureId();
        erasedOn = erased.erasedOn();
    }
}
