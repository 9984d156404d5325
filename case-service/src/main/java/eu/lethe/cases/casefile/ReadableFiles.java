package eu.lethe.cases.casefile;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.access.Right;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands which files somebody may work on now. Every resource asks here before it reads or writes in a file. */
@Component
public class ReadableFiles {

    /**
     * A file, and by what right the caller is in it.
     *
     * @param alone whether nothing is, or was, read through it
     */
    public record Entry(CaseFiles.Row file, Right right, boolean alone) {}

    private final CaseFiles files;
    private final ReadablePersons persons;
    private final Duplicates duplicates;

    ReadableFiles(CaseFiles files, ReadablePersons persons, Duplicates duplicates) {
        this.files = files;
        this.persons = persons;
        this.duplicates = duplicates;
    }

    /**
     * The file, for somebody who may work on it now, and is not about to be shown what is in it.
     *
     * @throws Problem 404 unknown; 403 {@code excluded}, {@code restricted}, {@code other-unit}; 410 erased; 423 suspended;
     *     409 {@code merged} when the person's file is another one
     */
    public CaseFiles.Row require(UUID fileId, Caller caller) {
        return admit(fileId, caller).file();
    }

    /**
     * The file, for somebody who may write in it now.
     *
     * @throws Problem as {@link #require}; 409 {@code closed}
     */
    public CaseFiles.Row requireWritable(UUID fileId, Caller caller) {
        var file = require(fileId, caller);
        if (file.closedOn() != null) {
            throw ClosedFiles.refusal(file.closedOn());
        }
        return file;
    }

    /**
     * The file, for somebody who is about to be shown what is in it: the access journal notes who, what and why.
     *
     * @param reason as in the access journal, e.g. {@code file} or {@code correction}
     * @param opened the compartments of what is shown
     * @throws Problem as {@link #require}
     */
    public Admission requireOpening(UUID fileId, Caller caller, String reason, Compartment... opened) {
        return note(admit(fileId, caller), caller, reason, opened);
    }

    /** Notes in the access journal, once, what is opened of a file, with all the records that are read as one with it. */
    public Admission note(Entry entry, Caller caller, String reason, Compartment... opened) {
        return persons.noteOpening(records(entry), entry.file().fileId(), entry.right(), caller, reason, opened);
    }

    /**
     * Like {@link #note}, for whoever is shown a further part of what they were just shown: while that is noted it is one
     * reading, not several.
     */
    public Admission noteGoingOn(Entry entry, Caller caller, String reason, Compartment... opened) {
        return persons.noteGoingOn(records(entry), entry.file().fileId(), entry.right(), caller, reason, opened);
    }

    /**
     * The file, and the caller's right to it, for somebody who may work on it now and whoever notes by that right what is
     * opened.
     *
     * @throws Problem as {@link #require}
     */
    public Entry admit(UUID fileId, Caller caller) {
        var found = persons.requireOfFile(fileId, caller, CaseFiles.COLUMNS, CaseFiles::file);
        return new Entry(found.file(), found.right(), found.alone());
    }

    /**
     * The file, for somebody who may work on it now and needs no exceptional access to do so.
     *
     * @throws Problem as {@link #require}
     */
    public CaseFiles.Row requireOwn(UUID fileId, Caller caller) {
        var entry = admit(fileId, caller);
        if (entry.right().through() != null) {
            throw ReadablePersons.exceptionalAccessReads();
        }
        return entry.file();
    }

    /**
     * The file, for a lead who decides about it, or a worker of its unit; an exceptional access is not enough.
     *
     * @throws Problem 404 unknown; 403 {@code excluded}, {@code other-unit}; 410 erased; 423 suspended
     */
    public CaseFiles.Row requireOfUnit(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        persons.requireLiveOfUnit(file.personId(), caller);
        duplicates.requireNotMerged(file.personId());
        return file;
    }

    /** The file, and those that are read through it. */
    public List<UUID> files(Entry entry) {
        var fileId = entry.file().fileId();
        return entry.alone() ? List.of(fileId) : duplicates.fileIds(fileId);
    }

    /** The person, and the duplicates that are shown with them: either may be told from the other again. */
    private List<UUID> records(Entry entry) {
        var personId = entry.file().personId();
        return entry.alone() ? List.of(personId) : duplicates.records(personId);
    }
}
