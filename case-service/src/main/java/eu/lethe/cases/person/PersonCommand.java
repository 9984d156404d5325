package eu.lethe.cases.person;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.Clear;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a person's record. In order of life. */
public sealed interface PersonCommand {

    /**
     * A worker registers somebody who came to the agency.
     *
     * @param personId of the reserve, born with its keys
     */
    record RegisterPerson(
            @TargetAggregateIdentifier UUID personId,
            String unit,
            Clear<Identity> identity,
            Clear<Demographics> demographics,
            UUID author)
            implements PersonCommand {}

    /**
     * A worker corrects who the person is, or adds a name.
     *
     * @param revisionId of the new wording
     * @param readRevisionId the wording that the worker read; another one in force makes the edit a lost one
     * @param unit the person's when the worker was allowed to write
     */
    record AmendPerson(
            @TargetAggregateIdentifier UUID personId,
            UUID revisionId,
            UUID readRevisionId,
            String unit,
            Clear<Identity> identity,
            Clear<Demographics> demographics,
            UUID author)
            implements PersonCommand {}

    /** The person's file goes to another unit, and the right to read about them with it. */
    @ByItself
    record MovePerson(@TargetAggregateIdentifier UUID personId, String unit, UUID author) implements PersonCommand {}

    /**
     * A worker finds that two records are of one person.
     *
     * @param personId whose record is kept
     * @param duplicateId whose record is read through it
     * @param unit of both, when the worker was allowed to write
     */
    @TakenByDuplicates
    record MergePersons(@TargetAggregateIdentifier UUID personId, UUID duplicateId, String unit, UUID author)
            implements PersonCommand {}

    /** They were two persons after all. */
    @TakenByDuplicates
    record UndoMerge(@TargetAggregateIdentifier UUID personId, UUID duplicateId, String unit, UUID author)
            implements PersonCommand {}

    /** Everything that was the duplicate's lies in the kept file, under the kept person's keys. */
    @TakenByDuplicates
    record SettleMerge(@TargetAggregateIdentifier UUID personId, UUID duplicateId) implements PersonCommand {}

    /** The keys are suspended: nobody reads the person's data until the grace period ends. */
    record HidePerson(@TargetAggregateIdentifier UUID personId, UUID erasureId, Instant graceEndsAt)
            implements PersonCommand {}

    /** The keys are leased again: the erasure was called off, or the person dropped out of it. */
    record ShowPerson(@TargetAggregateIdentifier UUID personId, UUID erasureId) implements PersonCommand {}

    /** The keys of the whole person were removed. */
    record ForgetPerson(@TargetAggregateIdentifier UUID personId, UUID erasureId, LocalDate erasedOn)
            implements PersonCommand {}

    /** The keys of some compartments were removed. */
    record ForgetCompartments(
            @TargetAggregateIdentifier UUID personId, UUID erasureId, List<KeyId> keys, LocalDate erasedOn)
            implements PersonCommand {

        /** Copies the list. */
        public ForgetCompartments {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The erasure of the person is certified.
     *
     * @param erasures of which the certificate is a proof: one, and that which it took up after a restore
     */
    record ProveErasure(@TargetAggregateIdentifier UUID personId, List<UUID> erasures, UUID certificateId)
            implements PersonCommand {

        /** Copies the list. */
        public ProveErasure {
            erasures = List.copyOf(erasures);
        }
    }
}
