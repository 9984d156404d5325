package eu.lethe.retention.erasure;

import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import eu.lethe.contracts.certificate.ErasureCertificate.Decided;
import eu.lethe.contracts.certificate.ErasureCertificate.TakenUp;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.ConfirmationReceived;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureApproved;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePaused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRecalled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRefused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRequested;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureResumed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureStopped;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureTakenUp;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.certificate.Erased;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.erasure.ErasureCommand.Certify;
import eu.lethe.retention.erasure.ErasureCommand.Expire;
import eu.lethe.retention.erasure.ErasureCommand.NoteDestruction;
import eu.lethe.retention.erasure.ErasureCommand.OrderPruningNext;
import eu.lethe.retention.erasure.ErasureCommand.RemoveNext;
import eu.lethe.retention.erasure.ErasureCommand.RestoreNext;
import eu.lethe.retention.erasure.ErasureCommand.SuspendNext;
import eu.lethe.retention.erasure.Roster.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands what an erasure's events tell, for who decides about it, drives it or reads of it. */
final class ErasureHistory {

    /** Nobody: what was taken up had been decided by people whom the database does not know any more. */
    private static final UUID NOBODY = new UUID(0, 0);

    private @Nullable ErasurePreviewed preview;
    private @Nullable UUID takesUp;
    private ErasureState state = ErasureState.PREVIEWED;
    private boolean paused;
    private @Nullable UUID requestedBy;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Instant graceEndsAt;
    private @Nullable ErasureRefused refused;
    private @Nullable ErasureStopped stopped;
    private @Nullable ErasureRecalled recalled;
    private @Nullable Instant firstRemovedAt;
    private @Nullable UUID certificateId;
    private Roster persons = new Roster();
    private List<LeftOut> droppedOut = new ArrayList<>();
    private List<ConfirmationReceived> confirmations = new ArrayList<>();

    void apply(ErasureEvent event) {
        ErasureState.after(event.getClass()).ifPresent(next -> state = next);
        switch (event) {
            case ErasurePreviewed previewed -> {
                preview = previewed;
                previewed
                        .candidates()
                        .forEach(candidate -> persons.list(candidate.personId(), candidate.compartments()));
            }
            case ErasureTakenUp itself -> takenUp(itself);
            case ErasureRequested requested -> requestedBy = requested.by();
            case ErasureApproved approved -> {
                approvedBy = approved.by();
                approvedAt = approved.at();
                graceEndsAt = approved.graceEndsAt();
            }
            case ErasureRefused refusal -> refused = refusal;
            case ErasurePaused _ -> paused = true;
            case ErasureStopped itself -> {
                paused = true;
                stopped = itself;
            }
            case ErasureRecalled itself -> {
                paused = true;
                recalled = itself;
            }
            case ErasureResumed _, ErasureCancelled _, ErasureExpired _ -> {
                paused = false;
                stopped = null;
                recalled = null;
            }
            case PersonSuspended person -> persons.move(person.personId(), Step.SUSPENDED);
            case PersonRestored person -> restored(person.personId());
            case PersonDroppedOut person -> {
                persons.move(person.personId(), Step.DROPPED_OUT);
                droppedOut.add(new LeftOut(person.personId(), person.cause(), null));
            }
            case KeysRemoved person -> {
                persons.move(person.personId(), Step.REMOVED);
                firstRemovedAt = firstRemovedAt == null ? person.at() : firstRemovedAt;
            }
            case PruningOrdered person -> persons.move(person.personId(), Step.PRUNING_ORDERED);
            case ConfirmationReceived confirmation -> confirmations.add(confirmation);
            case ErasureCertified certified -> certificateId = certified.certificateId();
            default -> {
                // the state says it all
            }
        }
    }

    private void takenUp(ErasureTakenUp itself) {
        takesUp = itself.takesUp();
        preview = new ErasurePreviewed(
                itself.erasureId(),
                Reason.AFTER_RESTORE.code(),
                null,
                null,
                itself.candidates(),
                List.of(),
                NOBODY,
                itself.at());
        itself.candidates().forEach(candidate -> persons.list(candidate.personId(), candidate.compartments()));
    }

    /** Who had not dropped out before is given back because the whole run is. */
    private void restored(UUID person) {
        if (!persons.is(person, Step.SUSPENDED)) {
            return;
        }
        persons.move(person, Step.RESTORED);
        if (state.givesBack()) {
            var ground = state == ErasureState.EXPIRED ? GroundToSpare.APPROVAL_EXPIRED : GroundToSpare.CALLED_OFF;
            droppedOut.add(ground.of(person));
        }
    }

    /**
     * What it does next by itself. It decides nothing: who is erased was decided by two people. Whoever drives it asks, and
     * whoever takes the step asks again.
     */
    Optional<ErasureCommand> next(BusinessClock clock, ErasureProperties safeguards) {
        var id = preview().erasureId();
        return Optional.ofNullable(
                switch (state) {
                    case CANCELLED, EXPIRED -> suspended() > 0 ? new RestoreNext(id) : null;
                    case SUSPENDED -> nextWhileSuspended(id, clock, safeguards);
                    case CONFIRMED -> hasUnordered() && !paused ? new OrderPruningNext(id) : null;
                    case PRUNED -> paused ? null : new NoteDestruction(id);
                    case DESTROYED -> paused ? null : new Certify(id);
                    case PREVIEWED, REQUESTED, REFUSED, REMOVED, CERTIFIED -> null;
                });
    }

    private @Nullable ErasureCommand nextWhileSuspended(UUID id, BusinessClock clock, ErasureProperties safeguards) {
        if (isExpired(clock, safeguards)) {
            return new Expire(id);
        }
        if (hasListed()) {
            return recalled == null ? new SuspendNext(id) : null;
        }
        return !paused && mayRemove(clock, safeguards) ? new RemoveNext(id) : null;
    }

    /** Whether nothing may be removed any more because it was approved too long ago. */
    boolean isExpired(BusinessClock clock, ErasureProperties safeguards) {
        return state == ErasureState.SUSPENDED
                && approvedAt()
                        .filter(at -> !clock.now().isBefore(safeguards.approvalExpiresAt(at, clock)))
                        .isPresent();
    }

    /** Whether it would go on, or be let go on, by somebody who does not know that it had been stopped. */
    boolean doesNotKnow(Stop how) {
        return state == ErasureState.SUSPENDED
                && !(paused && how == Stop.PAUSED)
                && recalled().filter(known -> known.stop().equals(how.code())).isEmpty();
    }

    /** Whether the grace is over. */
    boolean isGraceOver(BusinessClock clock) {
        return graceEndsAt().filter(end -> !clock.now().isBefore(end)).isPresent();
    }

    /** Whether every service has caught up with the suspension, or had its time. */
    boolean mayRemove(BusinessClock clock, ErasureProperties safeguards) {
        return graceEndsAt()
                .filter(end -> safeguards.mayRemove(end, confirmedBy(Phase.SUSPENDED), clock))
                .isPresent();
    }

    /** Whether it will not come by itself to what it removed: all that this database knows of it is from before its approval. */
    boolean isOlderThanItsRemovals() {
        return switch (state) {
            case PREVIEWED, REQUESTED -> true;
            case CANCELLED, EXPIRED, REFUSED -> suspended() == 0 && removed() == 0;
            case SUSPENDED, REMOVED, CONFIRMED, PRUNED, DESTROYED, CERTIFIED -> false;
        };
    }

    /** The erasure that it brings to its end, if it was taken up after a restore. */
    Optional<UUID> takesUp() {
        return Optional.ofNullable(takesUp);
    }

    /** Under which erasure the ledger has the keys that it removed. */
    UUID inLedger() {
        return takesUp().orElseGet(() -> preview().erasureId());
    }

    Roster persons() {
        return persons;
    }

    Reason reason() {
        return Reason.of(preview().reason());
    }

    /** The preview it began with. */
    ErasurePreviewed preview() {
        var known = preview;
        if (known == null) {
            throw new IllegalStateException("the erasure was not previewed");
        }
        return known;
    }

    boolean isKnown() {
        return preview != null;
    }

    ErasureState state() {
        return state;
    }

    boolean paused() {
        return paused;
    }

    Optional<UUID> requestedBy() {
        return Optional.ofNullable(requestedBy);
    }

    Optional<UUID> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    /** Why it stands still, when it stopped itself. */
    Optional<ErasureStopped> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** What had been decided against it before an older database was put back. */
    Optional<ErasureRecalled> recalled() {
        return Optional.ofNullable(recalled);
    }

    Optional<Instant> graceEndsAt() {
        return Optional.ofNullable(graceEndsAt);
    }

    Optional<Instant> firstRemovedAt() {
        return Optional.ofNullable(firstRemovedAt);
    }

    /** Who refused it, and why. */
    Optional<ErasureRefused> refused() {
        return Optional.ofNullable(refused);
    }

    Optional<UUID> certificateId() {
        return Optional.ofNullable(certificateId);
    }

    List<UUID> suspendedPersons() {
        return persons.at(Step.SUSPENDED);
    }

    int suspended() {
        return persons.count(Step.SUSPENDED);
    }

    int removed() {
        return persons.count(Step.REMOVED, Step.PRUNING_ORDERED);
    }

    List<LeftOut> droppedOut() {
        return List.copyOf(droppedOut);
    }

    List<ConfirmationReceived> confirmations() {
        return List.copyOf(confirmations);
    }

    /** Whether persons on an approved list still wait to be suspended. */
    boolean hasListed() {
        return persons.count(Step.LISTED) > 0;
    }

    /** Whether persons whose keys are gone still wait for the order to prune. */
    boolean hasUnordered() {
        return persons.count(Step.REMOVED) > 0;
    }

    /** Who has not confirmed the phase that the erasure is in. */
    Set<String> awaiting(Set<String> services) {
        Set<String> awaiting = new TreeSet<>();
        phase().ifPresent(phase -> {
            awaiting.addAll(services);
            awaiting.removeAll(confirmedBy(phase));
        });
        return awaiting;
    }

    /** Who was not waited for any longer: keys were removed although they had not caught up with the suspension. */
    Set<String> late(Set<String> services) {
        Set<String> late = new TreeSet<>();
        // of a run that was taken up nobody remembers it
        if (takesUp == null && state.followsRemoval()) {
            late.addAll(services);
            late.removeAll(confirmedBy(Phase.SUSPENDED));
        }
        return late;
    }

    /** Who has confirmed a phase. */
    Set<String> confirmedBy(Phase phase) {
        return confirmations.stream()
                .filter(confirmation -> confirmation.phase().equals(phase.code()))
                .map(ConfirmationReceived::by)
                .collect(Collectors.toSet());
    }

    private Optional<Phase> phase() {
        return switch (state) {
            case SUSPENDED -> hasListed() ? Optional.empty() : Optional.of(Phase.SUSPENDED);
            case REMOVED -> Optional.of(Phase.PURGED);
            case CONFIRMED -> Optional.of(Phase.PRUNED);
            default -> Optional.empty();
        };
    }

    /**
     * What is to be certified.
     *
     * @param caughtUpBy who had to have caught up with the suspension
     */
    Erased erased(Set<String> caughtUpBy) {
        var gone = preview().candidates().stream()
                .filter(candidate -> persons.is(candidate.personId(), Step.REMOVED)
                        || persons.is(candidate.personId(), Step.PRUNING_ORDERED))
                .map(candidate -> new Erased.Person(
                        Optional.ofNullable(candidate.rule()).orElse(preview().reason()),
                        Optional.ofNullable(candidate.unit()).orElse("")))
                .toList();
        return new Erased(
                preview().erasureId(),
                inLedger(),
                preview().reason(),
                takesUp().map(other -> new TakenUp(other, preview().at())).orElse(null),
                decided(),
                gone,
                words(),
                takesUp == null ? List.copyOf(late(caughtUpBy)) : null);
    }

    /** Both steps are open to this role alone, and to two different persons of it. */
    private @Nullable Decided decided() {
        return requestedBy == null || approvedBy == null || requestedBy.equals(approvedBy)
                ? null
                : new Decided(Role.RETENTION_ADMIN.code(), Role.RETENTION_ADMIN.code());
    }

    private List<Confirmation> words() {
        return confirmations.stream()
                .filter(confirmation -> !confirmation.phase().equals(Phase.SUSPENDED.code()))
                .map(ConfirmationReceived::by)
                .distinct()
                .sorted()
                .map(by -> new Confirmation(by, at(by, Phase.PURGED), at(by, Phase.PRUNED)))
                .toList();
    }

    private @Nullable Instant at(String by, Phase phase) {
        return confirmations.stream()
                .filter(confirmation ->
                        confirmation.by().equals(by) && confirmation.phase().equals(phase.code()))
                .map(ConfirmationReceived::at)
                .findFirst()
                .orElse(null);
    }
}
