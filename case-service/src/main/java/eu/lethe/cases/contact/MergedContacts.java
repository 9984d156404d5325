package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactCommand.MoveContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.merge.MergeStep;
import eu.lethe.cases.merge.MovingRecords;
import eu.lethe.cases.person.Duplicates.Merge;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that what was said to a duplicate belongs into the file that is kept, with its day and its author. */
@Component
class MergedContacts implements MergeStep {

    private final Contacts contacts;
    private final MovingRecords moving;

    MergedContacts(Contacts contacts, MovingRecords moving) {
        this.contacts = contacts;
        this.moving = moving;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return moving.complete(
                merge,
                contacts::readableIn,
                (contact, kept) -> new MoveContact(
                        contact, new Place(kept, merge.personId(), unit, UUID.randomUUID()), merge.author()));
    }
}
