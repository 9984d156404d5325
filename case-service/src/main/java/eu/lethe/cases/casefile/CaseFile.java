package eu.lethe.cases.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.Refusals;
import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands whether a case file may be written in, and by whom. */
@EventSourced
final class CaseFile {

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

    @EventSourcingHandler
    void on(CaseFileOpened opened) {
        id = opened.fileId();
        person = opened.personId();
        unit = opened.unit();
    }

    @EventSourcingHandler
    void on(CaseFileErased erased) {
        id = erased.fileId();
        person = erased.personId();
        erasedBy = erased.erasureId();
        erasedOn = erased.erasedOn();
    }
}
