package eu.lethe.cases.assessment;

import eu.lethe.cases.assessment.AssessmentCommand.MoveAssessment;
import eu.lethe.cases.merge.MergeStep;
import eu.lethe.cases.merge.MovingRecords;
import eu.lethe.cases.person.Duplicates.Merge;
import org.springframework.stereotype.Component;

/** Understands that an assessment of a duplicate belongs into the file that is kept, wording by wording as it was written. */
@Component
class MergedAssessments implements MergeStep {

    private final Assessments assessments;
    private final MovingRecords moving;

    MergedAssessments(Assessments assessments, MovingRecords moving) {
        this.assessments = assessments;
        this.moving = moving;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return moving.complete(
                merge,
                assessments::readableIn,
                (assessment, kept) -> new MoveAssessment(assessment, kept, merge.personId(), merge.author()));
    }
}
