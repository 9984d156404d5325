package eu.lethe.retention.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.ConfirmationReceived;
import eu.lethe.contracts.events.retention.ErasureEvent.EpochsDestroyed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureApproved;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureConfirmed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureEmptied;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePaused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePruned;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRecalled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRefused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRequested;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureResumed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureStopped;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureTakenUp;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.events.retention.ErasureEvent.SuspensionCompleted;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.certificate.CertificateIssuer;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.erasure.ErasureCommand.Approve;
import eu.lethe.retention.erasure.ErasureCommand.Cancel;
import eu.lethe.retention.erasure.ErasureCommand.Certify;
import eu.lethe.retention.erasure.ErasureCommand.Confirm;
import eu.lethe.retention.erasure.ErasureCommand.Execute;
import eu.lethe.retention.erasure.ErasureCommand.Expire;
import eu.lethe.retention.erasure.ErasureCommand.NoteDestruction;
import eu.lethe.retention.erasure.ErasureCommand.OrderPruningNext;
import eu.lethe.retention.erasure.ErasureCommand.Pause;
import eu.lethe.retention.erasure.ErasureCommand.Preview;
import eu.lethe.retention.erasure.ErasureCommand.Recall;
import eu.lethe.retention.erasure.ErasureCommand.Refuse;
import eu.lethe.retention.erasure.ErasureCommand.RemoveNext;
import eu.lethe.retention.erasure.ErasureCommand.Request;
import eu.lethe.retention.erasure.ErasureCommand.RestoreNext;
import eu.lethe.retention.erasure.ErasureCommand.Resume;
import eu.lethe.retention.erasure.ErasureCommand.SuspendNext;
import eu.lethe.retention.erasure.ErasureCommand.TakeUp;
import eu.lethe.retention.erasure.Roster.Step;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.keys.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Understands one erasure from the preview to the certificate. Each step is an event; a step that was interrupted is done
 * again, to the same end.
 */
@EventSourced
class Erasure {

    @AggregateIdentifier
    private @Nullable UUID erasureId;

    private ErasureHistory history = new ErasureHistory();

    Erasure() {}

    // --- what people ask ---

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    UUID handle(Preview preview, BusinessClock clock, HeldBack heldBack) {
        apply(new ErasurePreviewed(
                preview.erasureId(),
                preview.reason().code(),
                preview.rule(),
                preview.dueBefore(),
                preview.candidates(),
                preview.leftOut(),
                preview.by(),
                clock.now()));
        heldBack.listed(preview);
        return preview.erasureId();
    }

    @CommandHandler
    void handle(
            Request request,
            BusinessClock clock,
            ErasureProperties properties,
            Tally tally,
            TakenUp takenUp,
            SecondThoughts thoughts) {
        Safeguard.IN_ORDER.check(state() == ErasureState.PREVIEWED);
        requireNotStoppedForGood(thoughts);
        Safeguard.TAKEN_UP.check(!takenUp.has(id()));
        Safeguard.NOBODY_ON_THE_LIST.check(persons().size() > 0);
        tally.alone();
        var count = tally.open().with(persons().everybody());
        var exceeds = count.exceeds(properties.shareLimit());
        var typed = request.confirmedCount();
        Safeguard.shareKept(!exceeds || (typed != null && typed == count.together()), count);
        tally.claim(id(), persons().everybody());
        var confirmed = confirmed(count, exceeds, tally);
        apply(new ErasureRequested(request.erasureId(), request.by(), confirmed, clock.now()));
    }

    @CommandHandler
    void handle(
            Approve approval,
            BusinessClock clock,
            ErasureProperties properties,
            Suspension suspension,
            Compartments compartments,
            Tally tally,
            TakenUp takenUp,
            SecondThoughts thoughts) {
        Safeguard.IN_ORDER.check(state() == ErasureState.REQUESTED);
        requireNotStoppedForGood(thoughts);
        Safeguard.FOUR_EYES.check(!approval.by().equals(history.requestedBy().orElse(null)));
        tally.alone();
        Safeguard.TAKEN_UP.check(!takenUp.has(id()));
        tally.claim(id(), persons().everybody());
        var confirmed =
                confirmedAnew(tally.open().with(persons().everybody()), approval.confirmedCount(), properties, tally);
        apply(new ErasureApproved(
                approval.erasureId(), approval.by(), properties.graceEndsAt(clock), confirmed, clock.now()));
        suspendNext(clock, properties, suspension, compartments);
    }

    /** Who asked takes the request back instead. */
    @CommandHandler
    void handle(Refuse refusal, BusinessClock clock, Tally tally, SecondThoughts thoughts) {
        Safeguard.IN_ORDER.check(state() == ErasureState.REQUESTED);
        Safeguard.FOUR_EYES_TO_REFUSE.check(
                !refusal.by().equals(history.requestedBy().orElse(null)));
        thoughts.stop(id(), Stop.REFUSED);
        apply(new ErasureRefused(
                refusal.erasureId(), refusal.by(), refusal.reason().code(), clock.now()));
        tally.release(id());
    }

    @CommandHandler
    void handle(
            Cancel cancellation,
            BusinessClock clock,
            ErasureProperties properties,
            Removal removal,
            Tally tally,
            SecondThoughts thoughts) {
        Safeguard.IN_ORDER.check(state() == ErasureState.PREVIEWED
                || state() == ErasureState.REQUESTED
                || state() == ErasureState.SUSPENDED);
        thoughts.stop(id(), Stop.CALLED_OFF);
        apply(new ErasureCancelled(cancellation.erasureId(), cancellation.by(), clock.now()));
        tally.release(id());
        restoreNext(clock, properties, removal);
    }

    @CommandHandler
    void handle(
            Execute execution,
            BusinessClock clock,
            ErasureProperties properties,
            Removal removal,
            Tally tally,
            SecondThoughts thoughts,
            HeldBack heldBack) {
        if (state().followsRemoval()) {
            // the scheduler was quicker: what was asked for is done
            return;
        }
        Safeguard.IN_ORDER.check(state() == ErasureState.SUSPENDED);
        Safeguard.GRACE_RUNNING.check(history.isGraceOver(clock));
        Safeguard.APPROVAL_EXPIRED.check(!history.isExpired(clock, properties));
        Safeguard.PAUSED.check(!history.paused());
        Safeguard.SERVICES_BEHIND.check(history.mayRemove(clock, properties));
        removeNext(clock, properties, removal, tally, thoughts, heldBack);
    }

    @CommandHandler
    void handle(Pause pause, BusinessClock clock, SecondThoughts thoughts) {
        Safeguard.IN_ORDER.check(!history.paused()
                && !state().givesBack()
                && state() != ErasureState.REFUSED
                && state() != ErasureState.CERTIFIED);
        thoughts.stop(id(), Stop.PAUSED);
        apply(new ErasurePaused(pause.erasureId(), pause.by(), clock.now()));
    }

    @CommandHandler
    void handle(
            Resume resumption,
            BusinessClock clock,
            ErasureProperties properties,
            Tally tally,
            SecondThoughts thoughts) {
        thoughts.hearOut(id());
        Safeguard.IN_ORDER.check(history.paused());
        Safeguard.APPROVAL_EXPIRED.check(!history.isExpired(clock, properties));
        var wantsAnother = history.isGraceOver(clock) || history.recalled().isPresent();
        Safeguard.FOUR_EYES_TO_RESUME.check(
                !wantsAnother || !resumption.by().equals(history.requestedBy().orElse(null)));
        Integer confirmed = null;
        if (state() == ErasureState.SUSPENDED) {
            tally.alone();
            confirmed = confirmedAnew(
                    tally.approved().with(persons().at(Step.SUSPENDED)),
                    resumption.confirmedCount(),
                    properties,
                    tally);
        }
        var known = history.recalled().map(recalled -> Stop.of(recalled.stop())).orElse(Stop.PAUSED);
        var erasure = id();
        thoughts.lift(erasure, known);
        CurrentUnitOfWork.get().onRollback(_ -> thoughts.keep(erasure, known));
        apply(new ErasureResumed(resumption.erasureId(), resumption.by(), confirmed, clock.now()));
    }

    @CommandHandler
    void handle(Confirm confirmation, BusinessClock clock, ErasureProperties properties) {
        var phase = confirmation.phase();
        if (history.confirmedBy(phase).contains(confirmation.by())) {
            return;
        }
        if (phase == Phase.SUSPENDED) {
            caughtUp(confirmation, clock);
            return;
        }
        Safeguard.IN_ORDER.check(state() == (phase == Phase.PURGED ? ErasureState.REMOVED : ErasureState.CONFIRMED)
                && (phase == Phase.PURGED || persons().at(Step.REMOVED).isEmpty()));
        apply(new ConfirmationReceived(id(), confirmation.by(), phase.code(), clock.now()));
        if (history.confirmedBy(phase).containsAll(properties.confirmedBy())) {
            apply(
                    phase == Phase.PURGED
                            ? new ErasureConfirmed(id(), clock.now())
                            : new ErasurePruned(id(), clock.now()));
        }
    }

    /** Who catches up after the keys were removed, or given back, was not waited for; there is nothing to note. */
    private void caughtUp(Confirm confirmation, BusinessClock clock) {
        if (state() == ErasureState.CANCELLED || state().followsRemoval()) {
            return;
        }
        Safeguard.IN_ORDER.check(
                state() == ErasureState.SUSPENDED && persons().at(Step.LISTED).isEmpty());
        apply(new ConfirmationReceived(id(), confirmation.by(), Phase.SUSPENDED.code(), clock.now()));
    }

    /** Whose keys the ledger has is as far as if this run had removed them; their units are those the database knows. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(TakeUp step, BusinessClock clock, KeyLedger ledger, Base base, Tally tally, TakenUp takenUp) {
        tally.alone();
        Safeguard.TAKEN_UP.check(takenUp.claim(step.takesUp(), step.erasureId()));
        tally.release(step.takesUp());
        var gone = Removal.byPerson(ledger.of(step.takesUp()));
        var units = base.unitsOf(gone.keySet());
        List<Candidate> candidates = new ArrayList<>();
        gone.forEach((person, entries) -> candidates.add(new Candidate(
                person,
                units.get(person),
                null,
                entries.stream()
                        .map(entry -> entry.id().compartment())
                        .distinct()
                        .toList())));
        apply(new ErasureTakenUp(step.erasureId(), step.takesUp(), candidates, clock.now()));
        gone.forEach((person, entries) -> apply(Removal.removed(step.erasureId(), person, entries, clock.now())));
        apply(new RemovalCompleted(id(), persons().at(Step.REMOVED), clock.now()));
    }

    // --- what the automation does; nothing when there is nothing to do ---

    @CommandHandler
    void handle(Recall step, BusinessClock clock, SecondThoughts thoughts) {
        thoughts.hearOut(id());
        recall(clock, thoughts);
    }

    @CommandHandler
    void handle(
            SuspendNext next,
            BusinessClock clock,
            ErasureProperties properties,
            Suspension suspension,
            Compartments compartments) {
        if (isNext(next, clock, properties)) {
            suspendNext(clock, properties, suspension, compartments);
        }
    }

    @CommandHandler
    void handle(RestoreNext next, BusinessClock clock, ErasureProperties properties, Removal removal) {
        if (isNext(next, clock, properties)) {
            restoreNext(clock, properties, removal);
        }
    }

    @CommandHandler
    void handle(Expire next, BusinessClock clock, ErasureProperties properties, Removal removal, Tally tally) {
        if (isNext(next, clock, properties)) {
            apply(new ErasureExpired(id(), clock.now()));
            tally.release(id());
            restoreNext(clock, properties, removal);
        }
    }

    @CommandHandler
    void handle(
            RemoveNext next,
            BusinessClock clock,
            ErasureProperties properties,
            Removal removal,
            Tally tally,
            SecondThoughts thoughts,
            HeldBack heldBack) {
        if (isNext(next, clock, properties)) {
            removeNext(clock, properties, removal, tally, thoughts, heldBack);
        }
    }

    @CommandHandler
    void handle(OrderPruningNext next, BusinessClock clock, ErasureProperties properties, KeyLedger ledger) {
        if (!isNext(next, clock, properties)) {
            return;
        }
        var batch = persons().next(Step.REMOVED, properties.batch());
        Removal.byPerson(ledger.ofPersons(batch).stream()
                        .filter(entry -> entry.erasureId().equals(history.inLedger()))
                        .toList())
                .forEach((person, entries) -> apply(new PruningOrdered(
                        id(),
                        person,
                        entries.stream().map(Entry::id).toList(),
                        entries.getFirst().wholePerson(),
                        clock.now())));
    }

    @CommandHandler
    void handle(
            NoteDestruction next, BusinessClock clock, ErasureProperties properties, KeyLedger ledger, Epochs epochs) {
        if (!isNext(next, clock, properties)) {
            return;
        }
        var wrappedIn =
                ledger.of(history.inLedger()).stream().map(Entry::epoch).collect(Collectors.toCollection(TreeSet::new));
        if (epochs.keptUpTo(wrappedIn.last()).isEmpty()) {
            apply(new EpochsDestroyed(id(), List.copyOf(wrappedIn), clock.now()));
        }
    }

    @CommandHandler
    void handle(Certify next, BusinessClock clock, ErasureProperties properties, CertificateIssuer issuer) {
        if (isNext(next, clock, properties)) {
            var certificateId = issuer.issue(history.erased(properties.caughtUpBy()));
            apply(new ErasureCertified(
                    id(),
                    certificateId,
                    persons().at(Step.PRUNING_ORDERED),
                    history.takesUp().orElse(null),
                    clock.now()));
        }
    }

    /** Of these the database that was put back knows the list or the request, and not what came of it. */
    private void requireNotStoppedForGood(SecondThoughts thoughts) {
        Safeguard.STOPPED_BEFORE_RESTORE.check(
                thoughts.against(id()).filter(how -> how != Stop.PAUSED).isEmpty());
    }

    private void recall(BusinessClock clock, SecondThoughts thoughts) {
        thoughts.against(id())
                .filter(history::doesNotKnow)
                .ifPresent(how -> apply(new ErasureRecalled(id(), how.code(), clock.now())));
    }

    private void suspendNext(
            BusinessClock clock, ErasureProperties properties, Suspension suspension, Compartments compartments) {
        var batch = persons().next(Step.LISTED, properties.batch());
        var graceEndsAt = history.graceEndsAt().orElseThrow();
        var held = suspension.suspend(id(), persons().wanted(batch));
        for (var person : batch) {
            var ofPerson = persons().compartments(person);
            if (held.contains(person)) {
                apply(new PersonSuspended(
                        id(), person, ofPerson, compartments.makeWholePerson(ofPerson), graceEndsAt, clock.now()));
            } else {
                apply(new PersonDroppedOut(id(), person, GroundToSpare.IN_ERASURE.code(), clock.now()));
            }
        }
        var suspended = persons().at(Step.SUSPENDED);
        if (!suspended.isEmpty() && persons().at(Step.LISTED).isEmpty()) {
            apply(new SuspensionCompleted(id(), suspended, clock.now()));
        }
    }

    private void restoreNext(BusinessClock clock, ErasureProperties properties, Removal removal) {
        removal.giveBack(id(), persons().next(Step.SUSPENDED, properties.batch()))
                .forEach(AggregateLifecycle::apply);
        var removed = persons().at(Step.REMOVED);
        if (persons().at(Step.SUSPENDED).isEmpty() && !removed.isEmpty()) {
            // of these it is too late to take anything back: their erasure goes on to its certificate
            apply(new RemovalCompleted(id(), removed, clock.now()));
        }
    }

    private void removeNext(
            BusinessClock clock,
            ErasureProperties properties,
            Removal removal,
            Tally tally,
            SecondThoughts thoughts,
            HeldBack heldBack) {
        Safeguard.IN_ORDER.check(persons().at(Step.LISTED).isEmpty());
        thoughts.hearOut(id());
        if (thoughts.against(id()).isPresent()) {
            recall(clock, thoughts);
            return;
        }
        tally.alone();
        var count = tally.approved().with(persons().at(Step.SUSPENDED));
        if (count.exceeds(properties.shareLimit()) && !count.isConfirmed()) {
            thoughts.stop(id(), Stop.PAUSED);
            apply(new ErasureStopped(id(), count.persons(), count.together(), count.base(), clock.now()));
            return;
        }
        var happened = removal.next(id(), history.reason(), history.preview().at(), persons(), properties.batch());
        happened.forEach(AggregateLifecycle::apply);
        heldBack.droppedOut(id(), history.reason(), happened);
        tally.release(id(), persons().at(Step.DROPPED_OUT));
        if (persons().at(Step.SUSPENDED).isEmpty()) {
            tally.release(id());
            var removed = persons().at(Step.REMOVED);
            apply(
                    removed.isEmpty()
                            ? new ErasureEmptied(id(), clock.now())
                            : new RemovalCompleted(id(), removed, clock.now()));
        }
    }

    /** The number that was typed, if one was needed because more came together than anybody had confirmed. */
    private @Nullable Integer confirmedAnew(
            Tally.Count count, @Nullable Integer typed, ErasureProperties properties, Tally tally) {
        var exceeds = count.exceeds(properties.shareLimit()) && !count.isConfirmed();
        Safeguard.shareKept(!exceeds || (typed != null && typed == count.together()), count);
        return confirmed(count, exceeds, tally);
    }

    private @Nullable Integer confirmed(Tally.Count count, boolean typed, Tally tally) {
        if (!typed) {
            return null;
        }
        tally.confirm(id(), count.together());
        return count.together();
    }

    /** Whether this step is the one that comes next: whoever sent it may have looked a moment too early. */
    private boolean isNext(ErasureCommand step, BusinessClock clock, ErasureProperties properties) {
        return history.next(clock, properties).filter(step::equals).isPresent();
    }

    private ErasureState state() {
        return history.state();
    }

    private Roster persons() {
        return history.persons();
    }

    private UUID id() {
        var known = erasureId;
        if (known == null) {
            throw new IllegalStateException("the erasure was not previewed");
        }
        return known;
    }

    // --- what happened ---

    @EventSourcingHandler
    void on(ErasureEvent event) {
        erasureId = event.erasureId();
        history.apply(event);
    }
}
