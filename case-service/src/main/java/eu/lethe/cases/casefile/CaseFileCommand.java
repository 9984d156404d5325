package eu.lethe.cases.casefile;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.Decision;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.cases.commands.TakenUnderExceptionalAccess;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case file. In order of life. */
public sealed interface CaseFileCommand {

    /**
     * A unit opens a file for a person it knows; the worker who does so answers for it.
     *
     * @param openedOn when it was opened elsewhere before; absent for today
     */
    record OpenCaseFile(
            @TargetAggregateIdentifier UUID fileId,
            UUID personId,
            String unit,
            UUID author,
            @Nullable LocalDate openedOn)
            implements CaseFileCommand {}

    /**
     * Another worker shall answer for the file.
     *
     * @param unit the file's
     */
    @Decision
    record AssignCaseFile(@TargetAggregateIdentifier UUID fileId, String unit, UUID referent, UUID author)
            implements CaseFileCommand {}

    /**
     * The file goes to another unit, and the right to read about the person with it.
     *
     * @param unit the new one
     * @param leavingUnit the one it is with
     * @param referent who shall answer for it there, if that is known
     */
    @Decision
    record TransferCaseFile(
            @TargetAggregateIdentifier UUID fileId,
            UUID personId,
            String unit,
            String leavingUnit,
            @Nullable UUID referent,
            UUID author)
            implements CaseFileCommand {}

    /**
     * A lead takes back what they sent to another unit. Whether it was they is looked at first, so that nobody else learns what
     * became of it since.
     *
     * @param unit the lead's, which the file left
     */
    @Decision
    @TakenByDuplicates
    @TakenUnderExceptionalAccess
    record TakeTransferBack(@TargetAggregateIdentifier UUID fileId, UUID personId, String unit, UUID author)
            implements CaseFileCommand {}

    /** The support ends: the file is read until it falls due, and not written in. */
    @Decision
    record CloseCaseFile(@TargetAggregateIdentifier UUID fileId, String unit, String reason, UUID author)
            implements CaseFileCommand {}

    /** The support goes on. */
    @Decision
    record ReopenCaseFile(@TargetAggregateIdentifier UUID fileId, String unit, UUID author)
            implements CaseFileCommand {}

    /**
     * Whether there is child protection in the file was looked at.
     *
     * @param majorityOn the day the child comes of age; absent when there is none
     */
    @ByItself
    record NoteChildProtection(
            @TargetAggregateIdentifier UUID fileId,
            @Nullable LocalDate majorityOn) implements CaseFileCommand {}

    /** The person's keys were removed: the file remains as a date and nothing else. */
    record EraseCaseFile(@TargetAggregateIdentifier UUID fileId, UUID erasureId, LocalDate erasedOn)
            implements CaseFileCommand {}
}
