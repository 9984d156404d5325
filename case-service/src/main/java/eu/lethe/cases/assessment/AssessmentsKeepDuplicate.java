package eu.lethe.cases.assessment;

import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import org.springframework.stereotype.Component;

/**
 * Understands that an assessment stays as its author wrote it, wording by wording: the duplicate goes on being read
 * through the kept record, under its own keys, and is erased with the person.
 */
@Component
class AssessmentsKeepDuplicate implements Reunion {

    private final Assessments assessments;

    AssessmentsKeepDuplicate(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return merge.duplicateFileId() == null
                || assessments.inForce(merge.duplicateFileId()).isEmpty();
    }
}
