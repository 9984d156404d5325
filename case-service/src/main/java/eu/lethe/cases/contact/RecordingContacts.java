package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands when a contact may be recorded: while its file can be written in, and late if it was before the file was closed. */
@Component
class RecordingContacts {

    private final Repository<Contact> contacts;
    private final FilesOnRecord files;
    private final HouseholdsOfThatDay households;
    private final Sealer sealer;
    private final BusinessClock clock;

    RecordingContacts(
            Repository<Contact> contacts,
            FilesOnRecord files,
            HouseholdsOfThatDay households,
            Sealer sealer,
            BusinessClock clock) {
        this.contacts = contacts;
        this.files = files;
        this.households = households;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RecordContact contact) throws Exception {
        files.requireWritableOf("/date", contact.date(), contact.fileId(), contact.unit());
        var household = households.of(contact.personId(), contact.date());
        contacts.newInstance(() -> new Contact(contact, household, sealer, clock));
    }
}
