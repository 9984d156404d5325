package eu.lethe.cases.reported;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.reported.InformationCommand.ReceiveInformation;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands when information may be received: while its file can be written in, from a source that is nobody else. */
@Component
class ReceivingInformation {

    private final Repository<Information> information;
    private final FilesOnRecord files;
    private final Sources sources;
    private final Sealer sealer;
    private final BusinessClock clock;

    ReceivingInformation(
            Repository<Information> information,
            FilesOnRecord files,
            Sources sources,
            Sealer sealer,
            BusinessClock clock) {
        this.information = information;
        this.files = files;
        this.sources = sources;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ReceiveInformation received) throws Exception {
        files.requireWritable(received.fileId(), received.unit());
        information.newInstance(() -> new Information(received, sealer, clock));
        sources.remember(received.sourceId(), received.informationId(), received.fileId());
    }
}
