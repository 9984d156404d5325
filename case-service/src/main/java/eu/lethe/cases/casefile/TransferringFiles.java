package eu.lethe.cases.casefile;

import eu.lethe.cases.casefile.CaseFileCommand.TransferCaseFile;
import eu.lethe.cases.person.PersonCommand.MovePerson;
import eu.lethe.platform.time.BusinessClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Understands that a file and its person go to another unit together, or not at all. Keys stay where they are. */
@Component
class TransferringFiles {

    private final Repository<CaseFile> files;
    private final CommandGateway commands;
    private final Referents referents;
    private final BusinessClock clock;

    TransferringFiles(
            Repository<CaseFile> files, @Lazy CommandGateway commands, Referents referents, BusinessClock clock) {
        this.files = files;
        this.commands = commands;
        this.referents = referents;
        this.clock = clock;
    }

    /** The person's events are stored with the file's: a command sent here joins the unit of work. */
    @CommandHandler
    void handle(TransferCaseFile transfer) {
        if (transfer.referent() != null) {
            referents.require(transfer.referent(), transfer.personId(), transfer.unit(), "/referent");
        }
        files.load(transfer.fileId().toString()).execute(file -> file.transfer(transfer, clock));
        commands.sendAndWait(new MovePerson(transfer.personId(), transfer.unit(), transfer.author()));
    }
}
