package eu.lethe.contracts.events.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an erasure goes, from the preview to the certificate. In order of life. */
public sealed interface ErasureEvent extends DomainEvent {

    /** The erasure. */
    UUID erasureId();

    /** An event about one person of the run; its subject is the person, so that it keeps order with their other events. */
    sealed interface OfPerson extends ErasureEvent {

        /** The person concerned. */
        UUID personId();

        @Override
        @JsonIgnore
        default UUID subject() {
            return personId();
        }
    }

    /** An event about the run as a whole. */
    sealed interface OfRun extends ErasureEvent {

        @Override
        @JsonIgnore
        default UUID subject() {
            return erasureId();
        }
    }

    /** One person on the list, and what of theirs would be erased, under which rule (absent when a right is exercised). */
    record Candidate(
            UUID personId, @Nullable String unit, @Nullable String rule, List<Compartment> compartments) {

        /** Copies the list. */
        public Candidate {
            compartments = List.copyOf(compartments);
        }
    }

    /**
     * One person left out, and the code of the cause, e.g. {@code not-due}, {@code new-activity}, {@code on-hold}.
     *
     * @param reason of the hold, where one is the cause
     */
    record LeftOut(UUID personId, String cause, @Nullable String reason) {}

    /**
     * A dry run: who would be erased, and who would not. Nothing was touched. Who is left out is told to nobody outside: the cause
     * may be that a court asks for them.
     *
     * @param reason {@code deadline}, {@code right-exercised}, {@code consent-withdrawn} or {@code recorded-in-error}
     * @param rule set when the run was asked for by rule and date
     */
    record ErasurePreviewed(
            UUID erasureId,
            String reason,
            @Nullable String rule,
            @Nullable LocalDate dueBefore,
            List<Candidate> candidates,
            List<LeftOut> leftOut,
            UUID by,
            Instant at)
            implements OfRun {

        /** Copies the lists. */
        public ErasurePreviewed {
            candidates = List.copyOf(candidates);
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public ErasurePreviewed published() {
            return new ErasurePreviewed(erasureId, reason, rule, dueBefore, candidates, List.of(), by, at);
        }
    }

    /**
     * An administrator asked for it.
     *
     * @param confirmedPersons the number that was typed, when the erasures of this time take a large share together
     */
    record ErasureRequested(
            UUID erasureId, UUID by, @Nullable Integer confirmedPersons, Instant at) implements OfRun {}

    /**
     * Another administrator approved it: the list is frozen, the grace period begins.
     *
     * @param confirmedPersons the number that was typed, when the erasures of this time take a large share together
     */
    record ErasureApproved(
            UUID erasureId,
            UUID by,
            Instant graceEndsAt,
            @Nullable Integer confirmedPersons,
            Instant at) implements OfRun {}

    /**
     * The person's keys are leased to nobody until the grace period ends.
     *
     * @param wholePerson whether everything but the evidence of consents and rights goes
     */
    record PersonSuspended(
            UUID erasureId,
            UUID personId,
            List<Compartment> compartments,
            boolean wholePerson,
            Instant graceEndsAt,
            Instant at)
            implements OfPerson {

        /** Copies the list. */
        public PersonSuspended {
            compartments = List.copyOf(compartments);
        }
    }

    /**
     * All who are to be erased are suspended. Keys are removed once every service has applied what lies before this.
     *
     * @param personIds those whose keys are withheld
     */
    record SuspensionCompleted(UUID erasureId, List<UUID> personIds, Instant at) implements OfRun {

        /** Copies the list. */
        public SuspensionCompleted {
            personIds = List.copyOf(personIds);
        }
    }

    /** The erasure was called off: of whom nothing is removed yet is given back. */
    record ErasureCancelled(UUID erasureId, UUID by, Instant at) implements OfRun {}

    /**
     * Who was asked to approve it refused, and said why. Nothing was suspended.
     *
     * @param reason {@code still-needed}, {@code dispute}, {@code archives}, {@code wrong-list} or {@code no-right}
     */
    record ErasureRefused(UUID erasureId, UUID by, String reason, Instant at) implements OfRun {}

    /** The approval expired before everybody was dealt with: of whom nothing is removed yet is given back. */
    record ErasureExpired(UUID erasureId, Instant at) implements OfRun {}

    /**
     * The person no longer qualified when it was checked again just before the act.
     *
     * @param cause a code; outside it is always {@link #NOT_TOLD}, since it may be that a court asks for them
     */
    record PersonDroppedOut(UUID erasureId, UUID personId, String cause, Instant at) implements OfPerson {

        /** Whatever the cause was. */
        public static final String NOT_TOLD = "no-longer-qualifies";

        @Override
        public PersonDroppedOut published() {
            return new PersonDroppedOut(erasureId, personId, NOT_TOLD, at);
        }
    }

    /** The person's keys are leased again. */
    record PersonRestored(UUID erasureId, UUID personId, Instant at) implements OfPerson {}

    /** The run stands still until somebody resumes it. */
    record ErasurePaused(UUID erasureId, UUID by, Instant at) implements OfRun {}

    /**
     * The run stopped itself just before the act, and stands still until somebody resumes it: together with the other
     * erasures of this time it would take a larger share than anybody has confirmed.
     *
     * @param persons how many this run would still erase
     * @param together how many all of them take, this run included
     * @param base of how many
     */
    record ErasureStopped(UUID erasureId, int persons, int together, int base, Instant at) implements OfRun {}

    /**
     * A database was put back that does not know of the run having been called off, refused or paused, and would have carried
     * it out: it stands still until a second person lets it go on, or somebody calls it off.
     *
     * @param stop how it had been stopped: {@code called-off}, {@code refused} or {@code paused}
     */
    record ErasureRecalled(UUID erasureId, String stop, Instant at) implements OfRun {}

    /**
     * The run goes on.
     *
     * @param confirmedPersons the number that was typed, when the erasures of this time take a large share together
     */
    record ErasureResumed(UUID erasureId, UUID by, @Nullable Integer confirmedPersons, Instant at) implements OfRun {}

    /**
     * A database was put back that does not know of an erasure which had removed keys, or not that it was approved: what it
     * began is brought to its end under an id of its own, by what the ledger of removed keys says.
     *
     * @param takesUp the erasure that had removed the keys
     * @param candidates whose keys it had removed; the unit is absent of whom the database does not know either
     */
    record ErasureTakenUp(UUID erasureId, UUID takesUp, List<Candidate> candidates, Instant at) implements OfRun {

        /** Copies the list. */
        public ErasureTakenUp {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * The keys' rows are gone: the person's data is unreadable in every copy, subject to the backup horizon (until the
     * epoch key is destroyed).
     */
    record KeysRemoved(UUID erasureId, UUID personId, List<KeyId> keys, boolean wholePerson, LocalDate on, Instant at)
            implements OfPerson {

        /** Copies the list. */
        public KeysRemoved {
            keys = List.copyOf(keys);
        }
    }

    /** Nobody was left on the list when it was checked again just before the act: the run ends without erasing anything. */
    record ErasureEmptied(UUID erasureId, Instant at) implements OfRun {}

    /**
     * Every person of the run was dealt with.
     *
     * @param personIds those whose keys were removed: a service confirms the run once it has dealt with each of them,
     *     since their own events may reach it later than this one
     */
    record RemovalCompleted(UUID erasureId, List<UUID> personIds, Instant at) implements OfRun {

        /** Copies the list. */
        public RemovalCompleted {
            personIds = List.copyOf(personIds);
        }
    }

    /**
     * A service or an integrator says that it has done its part (GDPR art. 19).
     *
     * @param phase {@code suspended} (everything from before the suspension is applied), {@code purged} (read models) or {@code pruned} (event store)
     */
    record ConfirmationReceived(UUID erasureId, String by, String phase, Instant at) implements OfRun {}

    /** Every service purged its read models. */
    record ErasureConfirmed(UUID erasureId, Instant at) implements OfRun {}

    /** The services are to delete from their event stores what these keys sealed. */
    record PruningOrdered(UUID erasureId, UUID personId, List<KeyId> keys, boolean wholePerson, Instant at)
            implements OfPerson {

        /** Copies the list. */
        public PruningOrdered {
            keys = List.copyOf(keys);
        }
    }

    /** Every service deleted the unreadable events. */
    record ErasurePruned(UUID erasureId, Instant at) implements OfRun {}

    /** The epoch keys that had wrapped the removed keys are destroyed: no backup brings them back. */
    record EpochsDestroyed(UUID erasureId, List<Integer> epochs, Instant at) implements OfRun {

        /** Copies the list. */
        public EpochsDestroyed {
            epochs = List.copyOf(epochs);
        }
    }

    /**
     * A certificate was issued from verified state.
     *
     * @param takesUp the erasure that this one brought to its end, after a database was put back that did not know of it
     */
    record ErasureCertified(
            UUID erasureId,
            UUID certificateId,
            List<UUID> personIds,
            @Nullable UUID takesUp,
            Instant at) implements OfRun {

        /** Copies the list. */
        public ErasureCertified {
            personIds = List.copyOf(personIds);
        }

        /** The erasures of which the certificate is a proof. */
        public List<UUID> proven() {
            return takesUp == null ? List.of(erasureId) : List.of(erasureId, takesUp);
        }
    }
}
