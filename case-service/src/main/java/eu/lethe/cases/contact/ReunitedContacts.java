package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactCommand.MoveContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that what was said to a duplicate belongs into the file that is kept, with its day and its author. */
@Component
class ReunitedContacts implements Reunion {

    private final Contacts contacts;
    private final CommandGateway commands;

    ReunitedContacts(Contacts contacts, CommandGateway commands) {
        this.contacts = contacts;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = merge.fileId();
        var duplicate = merge.duplicateFileId();
        if (kept == null || duplicate == null) {
            return true;
        }
        // what nobody can read any more goes with the duplicate
        var left = contacts.of(duplicate).stream()
                .filter(contact -> contact.text() != null)
                .toList();
        left.forEach(contact -> commands.sendAndWait(new MoveContact(
                contact.contactId(), new Place(kept, merge.personId(), unit, UUID.randomUUID()), merge.author())));
        return left.isEmpty();
    }
}
