package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a social assessment. */
public sealed interface AssessmentEvent extends DomainEvent {

    /** What was written. */
    SealedField<Assessment> ASSESSMENT = new SealedField<>("assessment", Compartment.NARRATIVE, Assessment.class);

    /** The file it is in. */
    UUID fileId();

    /** The person whose file it is. */
    UUID personId();

    /** The assessment. */
    UUID assessmentId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return fileId();
    }

    /**
     * A worker wrote an assessment, or wrote it anew. Earlier wordings stay readable in the file.
     *
     * @param revisionId of this wording
     * @param date the day it speaks of
     * @param assessment under {@code narrative}; context {@code <revisionId>#assessment}
     */
    record AssessmentWritten(
            UUID fileId,
            UUID personId,
            UUID assessmentId,
            UUID revisionId,
            LocalDate date,
            Sealed<Assessment> assessment,
            UUID author,
            Instant at)
            implements AssessmentEvent {}

    /**
     * The person had two records, and the merge of them is settled: the assessment lies in the kept file from now on. Each of its
     * wordings follows, sealed anew under the kept person's keys; what was written before this event is deleted.
     *
     * @param formerFileId where it was
     * @param author who merged the records
     */
    record AssessmentMoved(UUID fileId, UUID personId, UUID assessmentId, UUID formerFileId, UUID author, Instant at)
            implements AssessmentEvent {}
}
