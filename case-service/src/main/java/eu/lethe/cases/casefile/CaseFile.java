package eu.lethe.cases.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.casefile.CaseFileCommand.AssignCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.CloseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.NoteChildProtection;
import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.ReopenCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.TakeTransferBack;
import eu.lethe.cases.casefile.CaseFileCommand.TransferCaseFile;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileAssigned;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileReopened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionRevoked;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands whether a case file may be written in, and by whom. */
@EventSourced
final class CaseFile {

    @AggregateIdentifier
    private UUID id;

    private UUID person;
    private @Nullable String unit;
    private @Nullable UUID referent;
    private @Nullable LocalDate closedOn;
    private @Nullable Transfer transfer;

    /** When the child comes of age, if there is child protection in the file; null also in a snapshot of before it was looked at. */
    private @Nullable LocalDate majorityOn;

    private @Nullable UUID erasedBy;
    private @Nullable LocalDate erasedOn;

    @SuppressWarnings("NullAway.Init") // the first event names the file
    CaseFile() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the file
    CaseFile(OpenCaseFile open, BusinessClock clock) {
        var today = clock.today();
        var openedOn = open.openedOn() == null ? today : open.openedOn();
        PlausibleDay.require("/openedOn", openedOn, today);
        apply(new CaseFileOpened(open.fileId(), open.personId(), open.unit(), openedOn, open.author(), clock.now()));
    }

    @CommandHandler
    void handle(EraseCaseFile erase, BusinessClock clock) {
        if (erasedBy == null) {
            apply(new CaseFileErased(id, person, erase.erasureId(), erase.erasedOn(), clock.now()));
        }
    }

    @CommandHandler
    void handle(NoteChildProtection note, BusinessClock clock) {
        if (erasedBy != null || Objects.equals(note.majorityOn(), majorityOn)) {
            return;
        }
        apply(
                note.majorityOn() == null
                        ? new ChildProtectionRevoked(id, person, clock.now())
                        : new ChildProtectionNoted(id, person, note.majorityOn(), clock.now()));
    }

    @CommandHandler
    void handle(AssignCaseFile assign, Referents referents, BusinessClock clock) {
        requireOf(assign.unit());
        referents.require(assign.referent(), person, assign.unit(), "/workerId");
        if (!assign.referent().equals(referent)) {
            apply(new CaseFileAssigned(id, person, assign.referent(), assign.author(), clock.now()));
        }
    }

    /** See {@link TransferringFiles}: the person moves with their file. */
    void transfer(TransferCaseFile wanted, BusinessClock clock) {
        requireOf(wanted.leavingUnit());
        if (wanted.unit().equals(unit)) {
            throw Problem.of(HttpStatus.CONFLICT, "same-unit");
        }
        apply(new CaseFileTransferred(
                id, person, wanted.unit(), wanted.leavingUnit(), wanted.referent(), wanted.author(), clock.now()));
    }

    /**
     * Only leads of the unit that it is with, and who sent it away, whatever became of it since; nobody else learns anything.
     *
     * @throws Problem 403
     */
    void requireTransferKnownTo(UUID lead, String leadsUnit) {
        if (!leadsUnit.equals(unit) && !wasSentBy(lead, leadsUnit)) {
            throw Problem.forbidden();
        }
    }

    /** See {@link TransferringFiles}. Who answered for it before does so again, if they still may. */
    void takeBack(TakeTransferBack wanted, Referents referents, BusinessClock clock) {
        if (transfer == null || unit == null || !wasSentBy(wanted.author(), wanted.unit())) {
            throw Transfer.tooLate();
        }
        transfer.requireOpen(clock.now());
        comeBack(transfer, unit, wanted.author(), referents, clock);
    }

    /** The file of a duplicate, which went along, comes back with the kept one as that does. */
    void comeBackAlong(TakeTransferBack wanted, Referents referents, BusinessClock clock) {
        if (erasedBy == null && transfer != null && unit != null && wasSentBy(wanted.author(), wanted.unit())) {
            comeBack(transfer, unit, wanted.author(), referents, clock);
        } else {
            goAlong(wanted.unit(), wanted.author(), clock);
        }
    }

    private void comeBack(Transfer sent, String from, UUID author, Referents referents, BusinessClock clock) {
        var before = sent.referent();
        var referentAgain = before != null && referents.mayAnswerFor(before, person, sent.leftUnit()) ? before : null;
        apply(new CaseFileTransferred(id, person, sent.leftUnit(), from, referentAgain, author, clock.now()));
    }

    /** Whether this file of a duplicate, which the lead sent along with the kept one, may come back with it. */
    boolean wentAlong(UUID lead, String leadsUnit) {
        return erasedBy != null || wasSentBy(lead, leadsUnit);
    }

    private boolean wasSentBy(UUID lead, String fromUnit) {
        return transfer != null && transfer.wasSentBy(lead, fromUnit);
    }

    /** The file of a duplicate goes where the kept one goes; nobody answers for it there who did not here. */
    void goAlong(String wanted, UUID author, BusinessClock clock) {
        if (erasedBy == null && unit != null && !wanted.equals(unit)) {
            apply(new CaseFileTransferred(id, person, wanted, unit, null, author, clock.now()));
        }
    }

    @CommandHandler
    void handle(CloseCaseFile close, BusinessClock clock) {
        requireWritable(close.unit());
        apply(new CaseFileClosed(id, person, close.reason(), clock.today(), close.author(), clock.now()));
    }

    @CommandHandler
    void handle(ReopenCaseFile reopen, BusinessClock clock) {
        requireOf(reopen.unit());
        if (closedOn != null) {
            apply(new CaseFileReopened(id, person, clock.today(), reopen.author(), clock.now()));
        }
    }

    /** Only while it is there and open, and with the unit that it is with. */
    void requireWritable(String wanted) {
        requireOf(wanted);
        if (closedOn != null) {
            throw ClosedFiles.refusal(closedOn);
        }
    }

    /** What happened until it was closed is written down late, what happened since only once it is open again. */
    void requireWritableOf(String pointer, LocalDate day, String wanted) {
        requireOf(wanted);
        PlausibleDay.requireNotAfter(pointer, day, "closing", closedOn);
    }

    /** Only while it is there, and with the unit that it is with. */
    void requireOf(String wanted) {
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
        referent = opened.referent();
    }

    @EventSourcingHandler
    void on(CaseFileAssigned assigned) {
        id = assigned.fileId();
        referent = assigned.referent();
        settleTransfer();
    }

    @EventSourcingHandler
    void on(CaseFileTransferred transferred) {
        id = transferred.fileId();
        transfer = Transfer.of(transferred, referent);
        unit = transferred.unit();
        referent = transferred.referent();
    }

    @EventSourcingHandler
    void on(CaseFileClosed closed) {
        id = closed.fileId();
        closedOn = closed.closedOn();
        settleTransfer();
    }

    @EventSourcingHandler
    void on(CaseFileReopened reopened) {
        id = reopened.fileId();
        closedOn = null;
        settleTransfer();
    }

    private void settleTransfer() {
        if (transfer != null) {
            transfer = transfer.settle();
        }
    }

    @EventSourcingHandler
    void on(ChildProtectionNoted noted) {
        id = noted.fileId();
        majorityOn = noted.majorityOn();
    }

    @EventSourcingHandler
    void on(ChildProtectionRevoked revoked) {
        id = revoked.fileId();
        majorityOn = null;
    }

    @EventSourcingHandler
    void on(CaseFileErased erased) {
        id = erased.fileId();
        person = erased.personId();
        erasedBy = erased.erasureId();
        erasedOn = erased.erasedOn();
    }
}
