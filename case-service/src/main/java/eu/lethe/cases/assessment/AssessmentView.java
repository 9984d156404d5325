package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.Assessment.Goal;
import eu.lethe.contracts.events.cases.Assessment.Section;
import eu.lethe.platform.security.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment, opened.
 *
 * @param sections null once the key is gone
 * @param goals null once the key is gone
 * @param revisions how many wordings there are up to this one
 */
public record AssessmentView(
        UUID assessmentId,
        UUID revisionId,
        LocalDate date,
        @Nullable List<Section> sections,
        @Nullable List<Goal> goals,
        Staff author,
        Instant at,
        int revisions) {

    @Override
    public String toString() {
        return "AssessmentView[" + revisionId + "]";
    }
}
