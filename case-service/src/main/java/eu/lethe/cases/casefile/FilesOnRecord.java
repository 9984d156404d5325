package eu.lethe.cases.casefile;

import eu.lethe.platform.eventstore.StoredState;
import eu.lethe.platform.problem.Problem;
import java.util.UUID;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands, for what lies in a file, what the events say of the file at this very moment. For command handlers. */
@Component
public final class FilesOnRecord {

    private final Repository<CaseFile> files;
    private final StoredState stored;

    FilesOnRecord(Repository<CaseFile> files, StoredState stored) {
        this.files = files;
        this.stored = stored;
    }

    /**
     * Refuses to write in a file that is unknown (404), erased (410), closed (409) or another unit's by now (403).
     *
     * @param unit the file's when the caller was allowed to write in it
     * @throws Problem as said
     */
    public void requireWritable(UUID fileId, String unit) {
        stored.require(files.load(fileId.toString())).execute(file -> file.requireWritable(unit));
    }
}
