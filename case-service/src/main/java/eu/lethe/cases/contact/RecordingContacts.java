package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands when a contact may be recorded: while its file can be written in. */
@Component
class RecordingContacts {

    private final Repository<Contact> contacts;
    private final FilesOnRecord files;
    private final Sealer sealer;
    private final BusinessClock clock;

    RecordingContacts(Repository<Contact> contacts, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        this.contacts = contacts;
        this.files = files;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RecordContact contact) throws Exception {
        files.requireWritable(contact.fileId(), contact.unit());
        contacts.newInstance(() -> new Contact(contact, sealer, clock));
    }
}
