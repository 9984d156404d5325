package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.AssessmentEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.StaffDirectory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** What is in force in a file, the latest day first. The caller has checked that the reader may. */
    public List<AssessmentView> inForce(UUID fileId) {
        return open(assessments.inForce(fileId));
    }

    /** Every wording of one, oldest first; empty when the file has no such assessment. */
    List<AssessmentView> revisions(UUID fileId, UUID assessmentId) {
        return open(assessments.revisions(fileId, assessmentId));
    }

    private List<AssessmentView> open(List<Assessments.Row> rows) {
        opener.prepare(rows.stream().flatMap(OpenedAssessments::sealed).toList());
        return rows.stream().map(this::open).toList();
    }

    private AssessmentView open(Assessments.Row row) {
        var opened = opener.openUnlessDestroyed(AssessmentEvent.ASSESSMENT, row.revisionId(), row.assessment());
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

    private static Stream<Sealed<?>> sealed(Assessments.Row row) {
        @Nullable Sealed<Assessment> assessment = row.assessment();
        return assessment == null ? Stream.empty() : Stream.of(assessment);
    }
}
