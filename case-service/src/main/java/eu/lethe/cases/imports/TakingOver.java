package eu.lethe.cases.imports;

import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.person.PersonCommand.RegisterPerson;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands that a line is taken over whole or not at all: reference, person, file and contact. What one command takes over
 * is one unit of work, whose events are stored in one go, in one transaction.
 */
@Component
class TakingOver {

    /**
     * Takes lines over; the answer is how many, an {@code int}: those whose reference was taken meanwhile are left out.
     *
     * @param unit whose files they become
     */
    @ByItself
    record TakeOver(List<Line> lines, String unit, UUID author) {

        /** Copies the list. */
        TakeOver {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line and who it is about.
     *
     * @param personId of the reserve, born with its keys
     */
    record Line(NewFile file, UUID personId) {}

    private final CommandGateway commands;
    private final References references;

    TakingOver(CommandGateway commands, References references) {
        this.commands = commands;
        this.references = references;
    }

    @CommandHandler
    int handle(TakeOver lines) {
        var taken = references.take(lines.unit(), lines.lines());
        taken.forEach(line -> take(line, lines.unit(), lines.author()));
        return taken.size();
    }

    private void take(Line line, String unit, UUID author) {
        var file = line.file();
        commands.sendAndWait(new RegisterPerson(line.personId(), unit, file.identity(), file.demographics(), author));
        var fileId = UUID.randomUUID();
        commands.sendAndWait(new OpenCaseFile(fileId, line.personId(), unit, file.referent(), file.openedOn()));
        var contact = file.contact();
        if (contact != null) {
            commands.sendAndWait(new RecordContact(
                    fileId,
                    line.personId(),
                    UUID.randomUUID(),
                    unit,
                    contact.date(),
                    contact.text(),
                    null,
                    contact.codes(),
                    contact.healthCodes(),
                    List.of(),
                    author));
        }
    }
}
