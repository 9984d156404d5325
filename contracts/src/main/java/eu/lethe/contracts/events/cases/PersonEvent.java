package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a person known to the agency. */
public sealed interface PersonEvent extends DomainEvent {

    /** Who the person is. */
    SealedField<Identity> IDENTITY = new SealedField<>("identity", Compartment.IDENTITY, Identity.class);

    /** What statistics know of them. */
    SealedField<Demographics> DEMOGRAPHICS = new SealedField<>("demographics", Compartment.CODING, Demographics.class);

    /** The person. */
    UUID personId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return personId();
    }

    /**
     * A worker registered somebody who came to the agency.
     *
     * @param identity context {@code <personId>#identity}
     * @param demographics context {@code <personId>#demographics}
     * @param author the worker
     */
    record PersonRegistered(
            UUID personId,
            String unit,
            Sealed<Identity> identity,
            Sealed<Demographics> demographics,
            UUID author,
            Instant at)
            implements PersonEvent {}

    /**
     * A worker corrected who the person is, or added a name.
     *
     * @param identity context {@code <revisionId>#identity}
     * @param demographics context {@code <revisionId>#demographics}
     */
    record PersonAmended(
            UUID personId,
            UUID revisionId,
            Sealed<Identity> identity,
            Sealed<Demographics> demographics,
            UUID author,
            Instant at)
            implements PersonEvent {}

    /** The person's file went to another unit, and the right to read about them with it. */
    record PersonTransferred(UUID personId, String unit, UUID author, Instant at) implements PersonEvent {}

    /**
     * Two records were of one person. This one stays; the other is read through it, under its own keys, until the merge is
     * settled.
     *
     * @param duplicateId the record that is absorbed
     * @param duplicateFileId its file, if it had one
     * @param undoUntil the last day on which it can be undone
     */
    record PersonsMerged(
            UUID personId,
            UUID duplicateId,
            @Nullable UUID fileId,
            @Nullable UUID duplicateFileId,
            LocalDate undoUntil,
            UUID author,
            Instant at)
            implements PersonEvent {}

    /** They were two persons after all. */
    record MergeUndone(UUID personId, UUID duplicateId, UUID author, Instant at) implements PersonEvent {}

    /** What was the duplicate's is sealed anew under this person's keys; the duplicate's keys have nothing left to open. */
    record MergeSettled(UUID personId, UUID duplicateId, LocalDate settledOn, Instant at) implements PersonEvent {}

    /** The person's keys are suspended, an erasure is in its grace period: nobody reads their data. */
    record PersonHidden(UUID personId, UUID erasureId, Instant graceEndsAt, Instant at) implements PersonEvent {}

    /** The erasure was cancelled within its grace period, or the person dropped out of it: the data is readable again. */
    record PersonShown(UUID personId, UUID erasureId, Instant at) implements PersonEvent {}

    /** The person's keys were removed: what is stored about them cannot be read again. */
    record PersonForgotten(UUID personId, UUID erasureId, LocalDate erasedOn, Instant at) implements PersonEvent {}

    /** Some of the person's keys were removed, e.g. after a withdrawn consent: what they sealed cannot be read again. */
    record CompartmentsForgotten(UUID personId, UUID erasureId, List<KeyId> keys, LocalDate erasedOn, Instant at)
            implements PersonEvent {

        /** Copies the list. */
        public CompartmentsForgotten {
            keys = List.copyOf(keys);
        }
    }

    /** The erasure of the person is proven by a certificate. */
    record ErasureProven(UUID personId, UUID erasureId, UUID certificateId, Instant at) implements PersonEvent {}
}
