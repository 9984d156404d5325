package eu.lethe.retention.erasure;

import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.ConfirmationReceived;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureApproved;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePaused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRequested;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureResumed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureStopped;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.retention.certificate.Erased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands what an erasure's events tell, for who reads or drives it. */
final class ErasureHistory {

    private @Nullable ErasurePreviewed preview;
    private ErasureState state = ErasureState.PREVIEWED;
    private boolean paused;
    private @Nullable UUID requestedBy;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Instant graceEndsAt;
    private @Nullable ErasureStopped stopped;
    private @Nullable Instant firstRemovedAt;
    private @Nullable UUID certificateId;
    private final Map<UUID, Candidate> listed = new LinkedHashMap<>();
    private final Set<UUID> suspended = new LinkedHashSet<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    private final Set<UUID> pruningOrdered = new LinkedHashSet<>();
    private final List<LeftOut> droppedOut = new ArrayList<>();
    private final List<ConfirmationReceived> confirmations = new ArrayList<>();

    void apply(ErasureEvent event) {
        ErasureState.after(event).ifPresent(next -> state = next);
        switch (event) {
            case ErasurePreviewed previewed -> {
                preview = previewed;
                previewed.candidates().forEach(candidate -> listed.put(candidate.personId(), candidate));
            }
            case ErasureRequested requested -> requestedBy = requested.by();
            case ErasureApproved approved -> {
                approvedBy = approved.by();
                approvedAt = approved.at();
                graceEndsAt = approved.graceEndsAt();
            }
            case ErasurePaused _ -> paused = true;
            case ErasureStopped itself -> {
                paused = true;
                stopped = itself;
            }
            case ErasureResumed _, ErasureCancelled _, ErasureExpired _ -> {
                paused = false;
                stopped = null;
            }
            case PersonSuspended person -> suspended.add(person.personId());
            case PersonRestored person -> restored(person.personId());
            case PersonDroppedOut person -> droppedOut.add(new LeftOut(person.personId(), person.cause()));
            case KeysRemoved person -> {
                suspended.remove(person.personId());
                removed.add(person.personId());
                firstRemovedAt = firstRemovedAt == null ? person.at() : firstRemovedAt;
            }
            case PruningOrdered person -> pruningOrdered.add(person.personId());
            case ConfirmationReceived confirmation -> confirmations.add(confirmation);
            case ErasureCertified certified -> certificateId = certified.certificateId();
            default -> {
                // the state says it all
            }
        }
    }

    /** Who had not dropped out before is given back because the whole run is. */
    private void restored(UUID person) {
        if (suspended.remove(person) && state.givesBack()) {
            droppedOut.add(new LeftOut(person, state == ErasureState.EXPIRED ? "approval-expired" : "called-off"));
        }
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

    Optional<Instant> graceEndsAt() {
        return Optional.ofNullable(graceEndsAt);
    }

    Optional<Instant> firstRemovedAt() {
        return Optional.ofNullable(firstRemovedAt);
    }

    Optional<UUID> certificateId() {
        return Optional.ofNullable(certificateId);
    }

    Set<UUID> suspendedPersons() {
        return Set.copyOf(suspended);
    }

    int suspended() {
        return suspended.size();
    }

    int removed() {
        return removed.size();
    }

    List<LeftOut> droppedOut() {
        return List.copyOf(droppedOut);
    }

    List<ConfirmationReceived> confirmations() {
        return List.copyOf(confirmations);
    }

    /** Whether persons on an approved list still wait to be suspended. */
    boolean hasListed() {
        return suspended.size() + removed.size() + droppedOut.size() < listed.size();
    }

    /** Whether persons whose keys are gone still wait for the order to prune. */
    boolean hasUnordered() {
        return pruningOrdered.size() < removed.size();
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
        if (state.followsRemoval() && state != ErasureState.CANCELLED) {
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

    /** What is to be certified. */
    Erased erased() {
        var persons = removed.stream()
                .map(listed::get)
                .map(candidate -> new Erased.Person(
                        Optional.ofNullable(candidate.rule()).orElse(preview().reason()),
                        Optional.ofNullable(candidate.unit()).orElse("")))
                .toList();
        return new Erased(preview().erasureId(), preview().reason(), persons, words());
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
