package eu.lethe.retention.epoch;

import java.util.List;
import java.util.Optional;

/**
 * The port to where the growth of the list of certificates is written down: with the epoch keys, outside every database and its
 * backups. What stands there is never changed and never taken away.
 */
public interface TreeRecord {

    /**
     * All that was written, in order, or empty when there never was anything.
     *
     * @throws IllegalStateException when it cannot be read
     */
    Optional<List<TreeEntry>> entries();

    /** Adds entries behind those that are there. Durable when it returns. */
    void append(List<TreeEntry> entries);
}
