package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case file. In order of life. */
public sealed interface CaseFileCommand {

    /** A unit opens a file for a person it knows; the worker who does so answers for it. */
    record OpenCaseFile(@TargetAggregateIdentifier UUID fileId, UUID personId, String unit, UUID author)
            implements CaseFileCommand {}

    /**
     * A worker writes down what was said.
     *
     * @param unit the file's
     * @param codes other than health, if any
     * @param healthCodes those of the health compartment, if any
     * @param mentioned other persons the contact is about
     */
    record RecordContact(
            @TargetAggregateIdentifier UUID fileId,
            UUID contactId,
            String unit,
            LocalDate date,
            Clear<String> text,
            @Nullable Clear<Codes> codes,
            @Nullable Clear<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author)
            implements CaseFileCommand {

        /** Copies the list. */
        public RecordContact {
            mentioned = List.copyOf(mentioned);
        }
    }

    /** The person's keys were removed: the file remains as a date and nothing else. */
    record EraseCaseFile(@TargetAggregateIdentifier UUID fileId, UUID erasureId, LocalDate erasedOn)
            implements CaseFileCommand {}
}
