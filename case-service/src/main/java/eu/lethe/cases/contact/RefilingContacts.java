package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.contact.ContactCommand.MoveContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RefileContact;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands how a contact comes to the person it is about: it is recorded anew there, with all its wordings, sealed under
 * that person's keys, and withdrawn where it was. Both, and the documents' content, are one transaction: no crash leaves it
 * in two files or in none. The deletion of the wrong copy's events is ordered in that transaction and carried out after it,
 * as often as it takes.
 */
@Component
class RefilingContacts {

    private static final String WRONG_PERSON = "wrong-person";

    private final Repository<Contact> contacts;
    private final FilesOnRecord files;
    private final ResealedContents resealed;
    private final HouseholdsOfThatDay households;
    private final WithdrawnContacts withdrawn;
    private final EventStore events;
    private final Sealer sealer;
    private final BusinessClock clock;

    RefilingContacts(
            Repository<Contact> contacts,
            FilesOnRecord files,
            ResealedContents resealed,
            HouseholdsOfThatDay households,
            WithdrawnContacts withdrawn,
            EventStore events,
            Sealer sealer,
            BusinessClock clock) {
        this.contacts = contacts;
        this.files = files;
        this.resealed = resealed;
        this.households = households;
        this.withdrawn = withdrawn;
        this.events = events;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Which wording is in force where it is filed now. A closed file lets go what was never its own. */
    @CommandHandler
    UUID handle(RefileContact refile) throws Exception {
        if (refile.to().fileId().equals(refile.fileId())) {
            throw Problem.invalid("/toFileId", "same-file");
        }
        files.requireOfUnit(refile.fileId(), refile.unit());
        var wrong = contacts.load(refile.contactId().toString());
        wrong.execute(contact -> contact.requireHere(refile.fileId()));
        var on = wrong.<ContactContent>invoke(Contact::content).wording().date();
        files.requireWritableOf(
                "/toFileId", on, refile.to().fileId(), refile.to().unit());
        return move(wrong, refile.contactId(), refile.to(), refile.reasonText(), refile.author());
    }

    @CommandHandler
    void handle(MoveContact move) throws Exception {
        var duplicate = contacts.load(move.contactId().toString());
        if (!duplicate.<Boolean>invoke(Contact::isWithdrawn)) {
            move(duplicate, move.contactId(), move.to(), null, move.author());
        }
    }

    private UUID move(Aggregate<Contact> wrong, UUID wrongId, Place to, @Nullable Clear<String> reasonText, UUID author)
            throws Exception {
        var content = resealed.contentFor(to, wrong.<ContactContent>invoke(Contact::content), wordingsOf(wrongId));
        contacts.newInstance(() -> new Contact(to, content, households, author, clock));
        wrong.execute(contact -> contact.leave(WRONG_PERSON, reasonText, author, sealer, clock));
        withdrawn.orderAtOnce(wrongId);
        return content.wordings().inForce().wording().revisionId();
    }

    /** The aggregate knows the wording in force only, and the tables may lag behind: what was before is in its events. */
    private WordingHistory wordingsOf(UUID contactId) {
        return WordingHistory.in(
                events.readEvents(contactId.toString(), 0).asStream().map(DomainEventMessage::getPayload));
    }
}
