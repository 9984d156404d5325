package eu.lethe.cases.reported;

import eu.lethe.cases.merge.MergeStep;
import eu.lethe.cases.merge.MovingRecords;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.reported.InformationCommand.MoveInformation;
import org.springframework.stereotype.Component;

/**
 * Understands that what was reported about a duplicate belongs into the file that is kept, with all that was decided about it.
 * The day that remains of what was erased goes with the duplicate.
 */
@Component
class MergedInformation implements MergeStep {

    private final InformationOnFile information;
    private final MovingRecords moving;

    MergedInformation(InformationOnFile information, MovingRecords moving) {
        this.information = information;
        this.moving = moving;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return moving.complete(
                merge,
                information::readableIn,
                (reported, kept) -> new MoveInformation(reported, kept, merge.personId(), unit, merge.author()));
    }
}
