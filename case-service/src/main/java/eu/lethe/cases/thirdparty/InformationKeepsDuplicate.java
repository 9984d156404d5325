package eu.lethe.cases.thirdparty;

import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Understands that what a third party reported has its own notices, reviews and erasure: the duplicate goes on being read
 * through the kept record, under its own keys, and is erased with the person.
 */
@Component
class InformationKeepsDuplicate implements Reunion {

    private final InformationOnFile information;

    InformationKeepsDuplicate(InformationOnFile information) {
        this.information = information;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return merge.duplicateFileId() == null
                || information.of(List.of(merge.duplicateFileId())).isEmpty();
    }
}
