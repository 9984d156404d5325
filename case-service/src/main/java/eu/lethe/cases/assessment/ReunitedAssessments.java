package eu.lethe.cases.assessment;

import eu.lethe.cases.assessment.AssessmentCommand.MoveAssessment;
import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that an assessment of a duplicate belongs into the file that is kept, wording by wording as it was written. */
@Component
class ReunitedAssessments implements Reunion {

    private final Assessments assessments;
    private final CommandGateway commands;

    ReunitedAssessments(Assessments assessments, CommandGateway commands) {
        this.assessments = assessments;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = merge.fileId();
        var duplicate = merge.duplicateFileId();
        if (kept == null || duplicate == null) {
            return true;
        }
        // what nobody can read any more goes with the duplicate
        var left = assessments.readableIn(duplicate);
        left.forEach(assessment ->
                commands.sendAndWait(new MoveAssessment(assessment, kept, merge.personId(), merge.author())));
        return left.isEmpty();
    }
}
