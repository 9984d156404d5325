package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.contact.ContactCommand.MoveContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RefileContact;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands how a contact comes to the person it is about: it is recorded anew there, sealed under that person's keys, and
 * withdrawn where it was. Both, and the documents' content, are one transaction: no crash leaves it in two files or in none.
 * The deletion of the wrong copy's events is ordered in that transaction and carried out after it, as often as it takes.
 */
@Component
class RefilingContacts {

    private static final String WRONG_PERSON = "wrong-person";

    private final Repository<Contact> contacts;
    private final FilesOnRecord files;
    private final ResealedContents resealed;
    private final WithdrawnContacts withdrawn;
    private final Sealer sealer;
    private final BusinessClock clock;

    RefilingContacts(
            Repository<Contact> contacts,
            FilesOnRecord files,
            ResealedContents resealed,
            WithdrawnContacts withdrawn,
            Sealer sealer,
            BusinessClock clock) {
        this.contacts = contacts;
        this.files = files;
        this.resealed = resealed;
        this.withdrawn = withdrawn;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RefileContact refile) throws Exception {
        if (refile.to().fileId().equals(refile.fileId())) {
            throw Problem.invalid("/toFileId", "same-file");
        }
        files.requireWritable(refile.fileId(), refile.unit());
        files.requireWritable(refile.to().fileId(), refile.to().unit());
        var wrong = contacts.load(refile.contactId().toString());
        wrong.execute(contact -> contact.requireHere(refile.fileId()));
        move(wrong, refile.contactId(), refile.to(), refile.reasonText(), refile.author());
    }

    @CommandHandler
    void handle(MoveContact move) throws Exception {
        var duplicate = contacts.load(move.contactId().toString());
        if (!duplicate.<Boolean>invoke(Contact::isWithdrawn)) {
            move(duplicate, move.contactId(), move.to(), null, move.author());
        }
    }

    private void move(Aggregate<Contact> wrong, UUID wrongId, Place to, @Nullable Clear<String> reasonText, UUID author)
            throws Exception {
        var content = resealed.contentFor(to, wrong.<ContactContent>invoke(Contact::content));
        contacts.newInstance(() -> new Contact(to, content, author, clock));
        wrong.execute(contact -> contact.leave(WRONG_PERSON, reasonText, author, sealer, clock));
        withdrawn.orderAtOnce(wrongId);
    }
}
