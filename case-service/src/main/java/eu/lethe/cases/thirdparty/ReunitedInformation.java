package eu.lethe.cases.thirdparty;

import eu.lethe.cases.merge.MovingRecords;
import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.thirdparty.InformationCommand.MoveInformation;
import org.springframework.stereotype.Component;

/**
 * Understands that what was reported about a duplicate belongs into the file that is kept, with all that was decided about it.
 * The day that remains of what was erased goes with the duplicate.
 */
@Component
class ReunitedInformation implements Reunion {

    private final InformationOnFile information;
    private final MovingRecords moving;

    ReunitedInformation(InformationOnFile information, MovingRecords moving) {
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
