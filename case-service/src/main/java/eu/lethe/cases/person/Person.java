package eu.lethe.cases.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.person.PersonCommand.AmendPerson;
import eu.lethe.cases.person.PersonCommand.ForgetCompartments;
import eu.lethe.cases.person.PersonCommand.ForgetPerson;
import eu.lethe.cases.person.PersonCommand.HidePerson;
import eu.lethe.cases.person.PersonCommand.ProveErasure;
import eu.lethe.cases.person.PersonCommand.RegisterPerson;
import eu.lethe.cases.person.PersonCommand.ShowPerson;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.ErasureProven;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonAmended;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonHidden;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonShown;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands whether a person may be worked with: known and readable, hidden, or forgotten. */
@EventSourced
final class Person {

    @AggregateIdentifier
    private UUID id;

    private @Nullable String unit;

    /** The wording in force; null for the first, also in a snapshot of before there were others. */
    private @Nullable UUID revision;

    private @Nullable UUID hiddenBy;
    private @Nullable Instant graceEndsAt;
    private @Nullable UUID erasedBy;
    private @Nullable LocalDate erasedOn;
    private @Nullable UUID certificate;

    @SuppressWarnings("NullAway.Init") // the first event names the person
    Person() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // applying the event names the person
    Person(RegisterPerson register, Sealer sealer, BusinessClock clock) {
        var person = register.personId();
        apply(new PersonRegistered(
                person,
                register.unit(),
                sealer.seal(person, PersonEvent.IDENTITY, person, register.identity()),
                sealer.seal(person, PersonEvent.DEMOGRAPHICS, person, register.demographics()),
                register.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(AmendPerson amend, Sealer sealer, BusinessClock clock) {
        requireOpenTo(amend.unit(), clock);
        ReadRevision.require(amend.readRevisionId(), revision == null ? id : revision);
        var wording = amend.revisionId();
        apply(new PersonAmended(
                id,
                wording,
                sealer.seal(id, PersonEvent.IDENTITY, wording, amend.identity()),
                sealer.seal(id, PersonEvent.DEMOGRAPHICS, wording, amend.demographics()),
                amend.author(),
                clock.now()));
    }

    void move(String wanted, UUID author, BusinessClock clock) {
        requirePresent();
        if (!wanted.equals(unit)) {
            apply(new PersonTransferred(id, wanted, author, clock.now()));
        }
    }

    /** A duplicate goes where the person goes; one that is erased goes nowhere. */
    void goAlong(String wanted, UUID author, BusinessClock clock) {
        if (erasedBy == null) {
            move(wanted, author, clock);
        }
    }

    /** From now on the duplicate is read through this record. */
    void absorb(Duplicates.Merge merge, String wanted, BusinessClock clock) {
        requireOpenTo(wanted, clock);
        apply(new PersonsMerged(
                id,
                merge.duplicateId(),
                merge.fileId(),
                merge.duplicateFileId(),
                merge.undoUntil(),
                merge.author(),
                clock.now()));
    }

    void release(UUID duplicate, String wanted, UUID author, BusinessClock clock) {
        requireOpenTo(wanted, clock);
        apply(new MergeUndone(id, duplicate, author, clock.now()));
    }

    void settle(UUID duplicate, BusinessClock clock) {
        requirePresent();
        apply(new MergeSettled(id, duplicate, clock.today(), clock.now()));
    }

    private void requirePresent() {
        if (erasedBy != null && erasedOn != null) {
            throw Refusals.erased(erasedBy, erasedOn, certificate);
        }
    }

    /** Only the unit that knows the person works with them, and only while the person can be read. */
    void requireOpenTo(String wanted, BusinessClock clock) {
        requirePresent();
        if (!wanted.equals(unit)) {
            throw Problem.forbidden();
        }
        if (graceEndsAt != null) {
            throw Refusals.suspended(graceEndsAt, clock);
        }
    }

    @CommandHandler
    void handle(HidePerson hide, BusinessClock clock) {
        if (erasedBy == null && hiddenBy == null) {
            apply(new PersonHidden(id, hide.erasureId(), hide.graceEndsAt(), clock.now()));
        }
    }

    @CommandHandler
    void handle(ShowPerson show, BusinessClock clock) {
        if (show.erasureId().equals(hiddenBy)) {
            apply(new PersonShown(id, show.erasureId(), clock.now()));
        }
    }

    /** Says whether it was this erasure that left nothing of the person: another may have. */
    @CommandHandler
    boolean handle(ForgetPerson forget, BusinessClock clock) {
        if (erasedBy == null) {
            apply(new PersonForgotten(id, forget.erasureId(), forget.erasedOn(), clock.now()));
        }
        return forget.erasureId().equals(erasedBy);
    }

    /**
     * Says whether anything was left to forget. Of who is erased already, the evidence that outlived them may still go.
     */
    @CommandHandler
    boolean handle(ForgetCompartments forget, BusinessClock clock) {
        var isThere = erasedBy == null
                || forget.keys().stream().anyMatch(key -> key.compartment().outlivesTheFile());
        if (isThere) {
            apply(new CompartmentsForgotten(id, forget.erasureId(), forget.keys(), forget.erasedOn(), clock.now()));
        }
        return isThere;
    }

    @CommandHandler
    void handle(ProveErasure prove, BusinessClock clock) {
        if (erasedBy != null
                && prove.erasures().contains(erasedBy)
                && !prove.certificateId().equals(certificate)) {
            apply(new ErasureProven(id, erasedBy, prove.certificateId(), clock.now()));
        }
    }

    @EventSourcingHandler
    void on(PersonRegistered registered) {
        id = registered.personId();
        unit = registered.unit();
    }

    @EventSourcingHandler
    void on(PersonAmended amended) {
        id = amended.personId();
        revision = amended.revisionId();
    }

    /** Which records are duplicates is claimed in a table; the record itself only has to know itself again. */
    @EventSourcingHandler
    void on(PersonsMerged merged) {
        id = merged.personId();
    }

    @EventSourcingHandler
    void on(MergeUndone undone) {
        id = undone.personId();
    }

    @EventSourcingHandler
    void on(MergeSettled settled) {
        id = settled.personId();
    }

    @EventSourcingHandler
    void on(PersonTransferred transferred) {
        id = transferred.personId();
        unit = transferred.unit();
    }

    @EventSourcingHandler
    void on(PersonHidden hidden) {
        id = hidden.personId();
        hiddenBy = hidden.erasureId();
        graceEndsAt = hidden.graceEndsAt();
    }

    @EventSourcingHandler
    void on(PersonShown shown) {
        id = shown.personId();
        hiddenBy = null;
        graceEndsAt = null;
    }

    @EventSourcingHandler
    void on(PersonForgotten forgotten) {
        id = forgotten.personId();
        hiddenBy = null;
        graceEndsAt = null;
        unit = null;
        erasedBy = forgotten.erasureId();
        erasedOn = forgotten.erasedOn();
    }

    @EventSourcingHandler
    void on(CompartmentsForgotten forgotten) {
        id = forgotten.personId();
    }

    @EventSourcingHandler
    void on(ErasureProven proven) {
        id = proven.personId();
        certificate = proven.certificateId();
    }
}
