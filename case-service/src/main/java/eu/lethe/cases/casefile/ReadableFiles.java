package eu.lethe.cases.casefile;

import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.reading.ReadablePersons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.reading.Right;
import eu.lethe.platform.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands which files somebody may work on now. Every resource asks here before it reads or writes in a file. */
@Component
public class ReadableFiles {

    /** A file, and by what right the caller is in it. */
    public record Admission(CaseFiles.Row file, Right right) {}

    private static final Set<String> BARRIERS = Set.of("excluded", "restricted");

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
        var admission = admit(fileId, caller);
        var personId = admission.file().personId();
        persons.noteOpening(personId, fileId, admission.right(), caller, reason, opened);
        noteDuplicates(personId, caller, reason, opened);
        return admission;
    }

    private Admission admit(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        var right = persons.require(file.personId(), caller);
        duplicates.requireNone(file.personId());
        requireNoBarrierOf(file.personId(), caller);
        return new Admission(file, right);
    }

    /**
     * The file, for somebody who may work on it now and needs no exceptional access to do so.
     *
     * @throws Problem as {@link #require}
     */
    public CaseFiles.Row requireOwn(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        persons.requireOwn(file.personId(), caller);
        duplicates.requireNone(file.personId());
        requireNoBarrierOf(file.personId(), caller);
        return file;
    }

    /**
     * The file, for a lead who decides about it, or a worker of its unit; an exceptional access is not enough.
     *
     * @throws Problem 404 unknown; 403 {@code excluded}, {@code other-unit}; 410 erased; 423 suspended
     */
    public CaseFiles.Row requireOfUnit(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        persons.requireLiveOfUnit(file.personId(), caller);
        duplicates.requireNone(file.personId());
        return file;
    }

    /** Who may not read a duplicate does not read it through the record that is kept. */
    private void requireNoBarrierOf(UUID personId, Caller caller) {
        openDuplicates(personId).forEach(duplicate -> {
            try {
                persons.require(duplicate, caller);
            } catch (Problem barrier) {
                if (BARRIERS.contains(barrier.code())) {
                    throw barrier;
                }
            }
        });
    }

    /** What is shown of a duplicate is noted as read in its own file, which may be told from this one again. */
    private void noteDuplicates(UUID personId, Caller caller, String reason, Compartment... opened) {
        var shown = persons.readableAmong(openDuplicates(personId), caller);
        duplicates.of(personId).stream()
                .filter(merge -> shown.contains(merge.duplicateId()))
                .forEach(merge -> {
                    if (merge.duplicateFileId() != null) {
                        persons.requireOpening(merge.duplicateId(), merge.duplicateFileId(), caller, reason, opened);
                    }
                });
    }

    /** The duplicates that are read through the person's file, under their own keys. */
    private List<UUID> openDuplicates(UUID personId) {
        return duplicates.of(personId).stream()
                .filter(merge -> !merge.settled())
                .map(Duplicates.Merge::duplicateId)
                .toList();
    }
}
