package eu.lethe.cases.due;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One kind of thing that falls due in files. Each subject contributes its own. */
public interface DueSource {

    /** What is open in these files, whenever it is due. */
    List<DueItem> in(Collection<UUID> fileIds);
}
