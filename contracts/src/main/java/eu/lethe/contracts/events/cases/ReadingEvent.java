package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to the right to read about a person: exclusions, restrictions, exceptional access. */
public sealed interface ReadingEvent extends DomainEvent {

    /** Why, in words. */
    SealedField<String> REASON_TEXT = new SealedField<>("reasonText", Compartment.RIGHTS, String.class);

    /** The person. */
    UUID personId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return personId();
    }

    /**
     * One worker may not read about the person: a relative, say.
     *
     * @param workerId who may not
     * @param ask whom to ask instead
     * @param reason {@code relative}, {@code acquaintance}, {@code conflict} or {@code on-request}
     * @param reasonText under {@code rights}; context {@code <exclusionId>#reasonText}
     */
    record WorkerExcluded(
            UUID personId,
            UUID exclusionId,
            UUID workerId,
            UUID ask,
            String reason,
            @Nullable Sealed<String> reasonText,
            UUID author,
            Instant at)
            implements ReadingEvent {}

    /** The worker may read again. */
    record ExclusionLifted(UUID personId, UUID exclusionId, UUID author, Instant at) implements ReadingEvent {}

    /**
     * Only these workers may read about the person. It takes the place of an earlier restriction.
     *
     * @param workerIds who may
     * @param exceptionalAccess whether others may open the file exceptionally, with a reason
     * @param ask whom to ask
     * @param reason {@code protection}, {@code staff-member}, {@code public-figure} or {@code on-request}
     * @param reasonText under {@code rights}; context {@code <restrictionId>#reasonText}
     */
    record ReadingRestricted(
            UUID personId,
            UUID restrictionId,
            List<UUID> workerIds,
            boolean exceptionalAccess,
            UUID ask,
            String reason,
            @Nullable Sealed<String> reasonText,
            UUID author,
            Instant at)
            implements ReadingEvent {

        /** Copies the list. */
        public ReadingRestricted {
            workerIds = List.copyOf(workerIds);
        }
    }

    /** All workers of the unit may read again. */
    record RestrictionLifted(UUID personId, UUID restrictionId, UUID author, Instant at) implements ReadingEvent {}

    /**
     * Somebody opened the file though it is not theirs to read, and said why. The referent is told.
     *
     * @param workerId who opened it
     * @param referent who is told; absent when nobody answers for the file, and the unit's lead is told alone
     * @param until when the access ends
     * @param reason {@code emergency}, {@code replacement}, {@code shared-visit} or {@code other}
     * @param reasonText under {@code rights}; context {@code <accessId>#reasonText}
     */
    record ExceptionalAccessOpened(
            UUID personId,
            UUID fileId,
            UUID accessId,
            UUID workerId,
            @Nullable UUID referent,
            Instant until,
            String reason,
            Sealed<String> reasonText,
            Instant at)
            implements ReadingEvent {}

    /** The referent has seen that the file was opened exceptionally. */
    record ExceptionalAccessSeen(UUID personId, UUID accessId, UUID author, Instant at) implements ReadingEvent {}
}
