package eu.lethe.cases.access;

import eu.lethe.cases.commands.Decision;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.cases.commands.TakenUnderExceptionalAccess;
import eu.lethe.platform.sealing.Clear;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the right to read about a person. */
public sealed interface ReadingCommand {

    /** Whose data it is about. */
    UUID personId();

    /** The aggregate: one per person, beside the person's own record. */
    @TargetAggregateIdentifier
    default UUID readingId() {
        return idOf(personId());
    }

    /** The id of the rights that concern a person. */
    static UUID idOf(UUID personId) {
        return UUID.nameUUIDFromBytes(("reading:" + personId).getBytes(StandardCharsets.UTF_8));
    }

    /** A lead keeps one worker from reading about the person. */
    @Decision
    record ExcludeWorker(
            UUID personId,
            UUID exclusionId,
            UUID workerId,
            UUID ask,
            String reason,
            @Nullable Clear<String> reasonText,
            UUID author)
            implements ReadingCommand {}

    /** A lead lets the worker read again. */
    @Decision
    @TakenByDuplicates
    record LiftExclusion(UUID personId, UUID exclusionId, UUID author) implements ReadingCommand {}

    /**
     * A lead says who alone may read about the person.
     *
     * @param readRestrictionId the restriction that the lead read; null when there was none
     */
    @Decision
    record RestrictReading(
            UUID personId,
            @Nullable UUID readRestrictionId,
            UUID restrictionId,
            List<UUID> workerIds,
            boolean exceptionalAccess,
            UUID ask,
            String reason,
            @Nullable Clear<String> reasonText,
            UUID author)
            implements ReadingCommand {

        /** Copies the list. */
        public RestrictReading {
            workerIds = List.copyOf(workerIds);
        }
    }

    /**
     * A lead lets the whole unit read again.
     *
     * @param readRestrictionId the restriction that the lead read
     */
    @Decision
    @TakenByDuplicates
    record LiftRestriction(UUID personId, UUID readRestrictionId, UUID author) implements ReadingCommand {}

    /**
     * A merge is settled: who is kept from the duplicate is kept from the person. Asking twice adds nothing.
     *
     * @param duplicateId whose exclusions and restriction they are
     */
    record TakeOverBarriers(UUID personId, UUID duplicateId) implements ReadingCommand {}

    /**
     * A worker opens a file that is not theirs to read, and says why.
     *
     * @param referent who answers for the file, if it is the referent who is told
     */
    @Decision
    @TakenUnderExceptionalAccess
    record OpenExceptionally(
            UUID personId,
            UUID fileId,
            UUID accessId,
            UUID workerId,
            @Nullable UUID referent,
            String reason,
            Clear<String> reasonText)
            implements ReadingCommand {}

    /** Who is told has seen that the file was opened exceptionally. */
    @Decision
    @TakenByDuplicates
    @TakenUnderExceptionalAccess
    record NoteSeen(UUID personId, UUID accessId, UUID author) implements ReadingCommand {}
}
