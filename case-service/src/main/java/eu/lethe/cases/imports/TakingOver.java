package eu.lethe.cases.imports;

import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.person.PersonCommand.RegisterPerson;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Understands that a line is taken over whole or not at all: reference, person, file and contact in one transaction. */
@Component
class TakingOver {

    private final CommandGateway commands;
    private final References references;
    private final TransactionOperations transaction;

    TakingOver(CommandGateway commands, References references, TransactionOperations transaction) {
        this.commands = commands;
        this.references = references;
        this.transaction = transaction;
    }

    /**
     * Takes the line over.
     *
     * @param personId of the reserve, born with its keys
     * @return false when its reference was taken over meanwhile
     */
    boolean take(NewFile file, UUID personId, String unit, UUID author) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!references.take(unit, file.reference(), personId)) {
                return false;
            }
            commands.sendAndWait(new RegisterPerson(personId, unit, file.identity(), file.demographics(), author));
            var fileId = UUID.randomUUID();
            commands.sendAndWait(new OpenCaseFile(fileId, personId, unit, file.referent(), file.openedOn()));
            var contact = file.contact();
            if (contact != null) {
                commands.sendAndWait(new RecordContact(
                        fileId,
                        personId,
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
            return true;
        }));
    }
}
