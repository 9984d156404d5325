package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.AssessmentEvent;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.StaffDirectory;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens assessments, for a worker who reads the file and for the person's own copy. */
@Component
public class OpenedAssessments {

    private final Assessments assessments;
    private final Opener opener;
    private final StaffDirectory staff;

    OpenedAssessments(Assessments assessments, Opener opener, StaffDirectory staff) {
        this.assessments = assessments;
        this.opener = opener;
        this.staff = staff;
    }

    /** What is in force in a file, the latest day first. */
    public List<AssessmentView> inForce(UUID fileId, Admission admission) {
        return open(assessments.inForce(fileId), admission);
    }

    /** Every wording of one, oldest first; empty when the file has no such assessment. */
    public List<AssessmentView> revisions(UUID fileId, UUID assessmentId, Admission admission) {
        return open(assessments.revisions(fileId, assessmentId), admission);
    }

    private List<AssessmentView> open(List<Assessments.Row> rows, Admission admission) {
        var reading = opener.reading(admission).prepare(rows.stream().map(Assessments.Row::assessment));
        return rows.stream().map(row -> open(row, reading)).toList();
    }

    private AssessmentView open(Assessments.Row row, Reading reading) {
        var opened = reading.openUnlessDestroyed(AssessmentEvent.ASSESSMENT, row.revisionId(), row.assessment());
        return new AssessmentView(
                row.assessmentId(),
                row.revisionId(),
                row.date(),
                opened.map(Assessment::sections).orElse(null),
                opened.map(Assessment::goals).orElse(null),
                staff.named(row.author()),
                row.at(),
                row.number());
    }
}
