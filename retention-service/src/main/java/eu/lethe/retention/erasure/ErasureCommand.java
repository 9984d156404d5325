package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.platform.erasure.Phase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of an erasure: by people first, then by the automation that carries it on. */
sealed interface ErasureCommand {

    /** The erasure. */
    UUID erasureId();

    /** Writes down who would be erased, and touches nothing. */
    record Preview(
            @TargetAggregateIdentifier UUID erasureId,
            Reason reason,
            @Nullable String rule,
            @Nullable LocalDate dueBefore,
            List<Candidate> candidates,
            List<LeftOut> leftOut,
            UUID by)
            implements ErasureCommand {}

    /**
     * Asks for it.
     *
     * @param confirmedCount the number of persons that all erasures of this time take together, typed by who asks; needed
     *     for a large share of the base
     */
    record Request(
            @TargetAggregateIdentifier UUID erasureId,
            UUID by,
            @Nullable Integer confirmedCount) implements ErasureCommand {}

    /**
     * Approves it.
     *
     * @param confirmedCount as when it is asked for; needed when more came together since
     */
    record Approve(
            @TargetAggregateIdentifier UUID erasureId,
            UUID by,
            @Nullable Integer confirmedCount) implements ErasureCommand {}

    /** Refuses to approve it. */
    record Refuse(@TargetAggregateIdentifier UUID erasureId, UUID by, Refusal reason) implements ErasureCommand {}

    /** Calls it off. */
    record Cancel(@TargetAggregateIdentifier UUID erasureId, UUID by) implements ErasureCommand {}

    /** Carries it out, the grace period being over. */
    record Execute(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Lets it stand still. */
    record Pause(@TargetAggregateIdentifier UUID erasureId, UUID by) implements ErasureCommand {}

    /**
     * Lets it go on.
     *
     * @param confirmedCount as when it is asked for; needed when the run stopped itself
     */
    record Resume(
            @TargetAggregateIdentifier UUID erasureId,
            UUID by,
            @Nullable Integer confirmedCount) implements ErasureCommand {}

    /** Takes a service's word. */
    record Confirm(@TargetAggregateIdentifier UUID erasureId, String by, Phase phase) implements ErasureCommand {}

    /**
     * Brings what another erasure began to its end: this database does not know that it removed keys.
     *
     * @param takesUp that erasure
     */
    record TakeUp(@TargetAggregateIdentifier UUID erasureId, UUID takesUp) implements ErasureCommand {}

    /** Lets it stand still, if it had been stopped before an older database was put back. */
    record Recall(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Ends it, if its approval expired. */
    record Expire(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Suspends the next persons. */
    record SuspendNext(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Gives the next persons their keys back. */
    record RestoreNext(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Removes the keys of the next persons, if it is time. */
    record RemoveNext(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Has the events of the next persons pruned. */
    record OrderPruningNext(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Writes down that the epochs are destroyed, if they are. */
    record NoteDestruction(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}

    /** Certifies it. */
    record Certify(@TargetAggregateIdentifier UUID erasureId) implements ErasureCommand {}
}
