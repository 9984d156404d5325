package eu.lethe.cases.casefile;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.casefile.CaseFileCommand.TakeTransferBack;
import eu.lethe.cases.casefile.CaseFileCommand.TransferCaseFile;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.PersonCommand.MovePerson;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Understands that a file and its person go to another unit together, or not at all, and with them whoever is read through the
 * person and their file. Keys stay where they are.
 */
@Component
class TransferringFiles {

    private final Repository<CaseFile> files;
    private final CommandGateway commands;
    private final Referents referents;
    private final Duplicates duplicates;
    private final ReadablePersons persons;
    private final BusinessClock clock;

    TransferringFiles(
            Repository<CaseFile> files,
            @Lazy CommandGateway commands,
            Referents referents,
            Duplicates duplicates,
            ReadablePersons persons,
            BusinessClock clock) {
        this.files = files;
        this.commands = commands;
        this.referents = referents;
        this.duplicates = duplicates;
        this.persons = persons;
        this.clock = clock;
    }

    /** The person's events are stored with the file's: a command sent here joins the unit of work. */
    @CommandHandler
    void handle(TransferCaseFile transfer) {
        if (transfer.referent() != null) {
            referents.require(transfer.referent(), transfer.personId(), transfer.unit(), "/referent");
        }
        files.load(transfer.fileId().toString()).execute(file -> file.transfer(transfer, clock));
        takeAlong(
                new MovePerson(transfer.personId(), transfer.unit(), transfer.author()),
                duplicate -> duplicate.goAlong(transfer.unit(), transfer.author(), clock));
    }

    @CommandHandler
    void handle(TakeTransferBack wanted) {
        var sent = files.load(wanted.fileId().toString());
        sent.execute(file -> file.requireTransferKnownTo(wanted.author(), wanted.unit()));
        duplicates.requireNoneAmong(List.of(wanted.personId()));
        persons.requireLive(wanted.personId(), wanted.author());
        if (!unsettled(wanted.personId()).allMatch(merge -> wentAlong(merge, wanted))) {
            throw Transfer.tooLate();
        }
        sent.execute(file -> file.takeBack(wanted, referents, clock));
        takeAlong(
                new MovePerson(wanted.personId(), wanted.unit(), wanted.author()),
                duplicate -> duplicate.comeBackAlong(wanted, referents, clock));
    }

    /** What was merged there since is the other unit's own: it does not come along. */
    private boolean wentAlong(Duplicates.Merge merge, TakeTransferBack wanted) {
        var file = merge.duplicateFileId();
        return file == null
                ? merge.mergedOn().isBefore(clock.today())
                : files.load(file.toString()).invoke(duplicate -> duplicate.wentAlong(wanted.author(), wanted.unit()));
    }

    private Stream<Duplicates.Merge> unsettled(UUID personId) {
        return duplicates.of(personId).stream().filter(merge -> !merge.settled());
    }

    private void takeAlong(MovePerson move, Consumer<CaseFile> goingAlong) {
        unsettled(move.personId())
                .map(Duplicates.Merge::duplicateFileId)
                .filter(Objects::nonNull)
                .forEach(duplicate -> files.load(duplicate.toString()).execute(goingAlong));
        commands.sendAndWait(move);
    }
}
