package eu.lethe.cases.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a case file. In order of life. */
public sealed interface CaseFileCommand {

    /** A unit opens a file for a person it knows; the worker who does so answers for it. */
    record OpenCaseFile(@TargetAggregateIdentifier UUID fileId, UUID personId, String unit, UUID author)
            implements CaseFileCommand {}

    /** The person's keys were removed: the file remains as a date and nothing else. */
    record EraseCaseFile(@TargetAggregateIdentifier UUID fileId, UUID erasureId, LocalDate erasedOn)
            implements CaseFileCommand {}
}
