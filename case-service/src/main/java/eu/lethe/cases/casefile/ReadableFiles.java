package eu.lethe.cases.casefile;

import eu.lethe.cases.person.Persons;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands which files somebody may work on now. Every resource asks here before it reads or writes in a file. */
@Component
public class ReadableFiles {

    private final CaseFiles files;
    private final Persons persons;
    private final BusinessClock clock;

    ReadableFiles(CaseFiles files, Persons persons, BusinessClock clock) {
        this.files = files;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * The file, for somebody who may work on it now.
     *
     * @throws Problem 404 unknown, 403 not theirs to read, 410 erased, 423 suspended
     */
    public CaseFiles.Row require(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        caller.requireAssignedTo(file.unit());
        persons.require(file.personId()).requireReadable(clock);
        return file;
    }
}
