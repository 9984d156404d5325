package eu.lethe.cases.casefile;

import eu.lethe.platform.eventstore.StoredState;
import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
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

    /**
     * Refuses as {@link #requireWritable}, but lets what happened until a file was closed be written down late.
     *
     * @throws Problem 400 {@code after-closing} when it happened later
     */
    public void requireWritableOf(String pointer, LocalDate day, UUID fileId, String unit) {
        stored.require(files.load(fileId.toString())).execute(file -> file.requireWritableOf(pointer, day, unit));
    }

    /**
     * Refuses what concerns a file, open or closed, that is unknown (404), erased (410) or another unit's by now (403).
     *
     * @throws Problem as said
     */
    public void requireOfUnit(UUID fileId, String unit) {
        stored.require(files.load(fileId.toString())).execute(file -> file.requireOf(unit));
    }
}
