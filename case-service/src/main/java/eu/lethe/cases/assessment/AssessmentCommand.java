package eu.lethe.cases.assessment;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a social assessment. In order of life. */
sealed interface AssessmentCommand {

    /**
     * A worker writes an assessment.
     *
     * @param unit the file's
     * @param revisionId of this wording
     */
    record WriteAssessment(
            @TargetAggregateIdentifier UUID assessmentId,
            UUID fileId,
            UUID personId,
            String unit,
            UUID revisionId,
            LocalDate date,
            Clear<Assessment> assessment,
            UUID author)
            implements AssessmentCommand {}

    /**
     * A worker writes it anew.
     *
     * @param unit the file's
     * @param read the wording that the worker had before them
     * @param revisionId of the new wording
     */
    record RewriteAssessment(
            @TargetAggregateIdentifier UUID assessmentId,
            UUID fileId,
            String unit,
            UUID read,
            UUID revisionId,
            LocalDate date,
            Clear<Assessment> assessment,
            UUID author)
            implements AssessmentCommand {}

    /**
     * A merge is settled: what was in the duplicate's file, whatever became of that file, belongs into the kept one. Asking
     * twice moves it once.
     *
     * @param author who merged
     */
    @ByItself
    record MoveAssessment(@TargetAggregateIdentifier UUID assessmentId, UUID fileId, UUID personId, UUID author)
            implements AssessmentCommand {}
}
