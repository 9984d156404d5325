package eu.lethe.cases.casefile;

import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.person.PersonsOnRecord;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Understands when a unit may open a file: for a person of its own that can be read, and has none yet. */
@Component
class OpeningFiles {

    private final Repository<CaseFile> files;
    private final FilesOfPersons filesOfPersons;
    private final PersonsOnRecord persons;
    private final Referents referents;
    private final BusinessClock clock;

    OpeningFiles(
            Repository<CaseFile> files,
            FilesOfPersons filesOfPersons,
            PersonsOnRecord persons,
            Referents referents,
            BusinessClock clock) {
        this.files = files;
        this.filesOfPersons = filesOfPersons;
        this.persons = persons;
        this.referents = referents;
        this.clock = clock;
    }

    @CommandHandler
    void handle(OpenCaseFile open) throws Exception {
        persons.requireOpenTo(open.unit(), open.personId());
        referents.requireToOpen(open.author(), open.personId(), open.unit());
        if (!filesOfPersons.claim(open.personId(), open.fileId())) {
            var existing = Problem.of(HttpStatus.CONFLICT, "file-exists");
            throw filesOfPersons
                    .of(open.personId())
                    .map(file -> existing.with("fileId", file))
                    .orElse(existing);
        }
        files.newInstance(() -> new CaseFile(open, clock));
    }
}
