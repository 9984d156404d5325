package eu.lethe.cases.filepage;

import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.MentionedPersons;
import eu.lethe.cases.contact.MentionedPersons.Mention;
import eu.lethe.cases.contact.OpenedContact;
import eu.lethe.cases.contact.attachment.Attachments;
import eu.lethe.cases.filepage.FileView.AttachmentView;
import eu.lethe.cases.filepage.FileView.ContactView;
import eu.lethe.cases.filepage.FileView.Staff;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows the contacts of a page to a reader, on whichever page they stand. */
@Component
class ContactViews {

    private final Attachments attachments;
    private final MentionedPersons mentioned;
    private final StaffDirectory staff;

    ContactViews(Attachments attachments, MentionedPersons mentioned, StaffDirectory staff) {
        this.attachments = attachments;
        this.mentioned = mentioned;
        this.staff = staff;
    }

    /** Opened, with their documents, and with the names of those others whom the caller may read about. */
    List<ContactView> of(List<Contacts.Row> contacts, Reading reading, Caller caller) {
        var people = mentioned.seenBy(
                caller,
                contacts.stream()
                        .flatMap(contact -> contact.mentioned().stream())
                        .toList());
        var documents = attachments
                .with(contacts.stream().map(Contacts.Row::contactId).toList())
                .stream()
                .collect(Collectors.groupingBy(Attachments.Row::contactId));
        return contacts.stream()
                .map(contact -> view(
                        OpenedContact.of(contact, reading),
                        people,
                        documents.getOrDefault(contact.contactId(), List.of()).stream()
                                .map(document -> view(document, reading))
                                .toList()))
                .toList();
    }

    private ContactView view(OpenedContact opened, Map<UUID, Mention> people, List<AttachmentView> documents) {
        var contact = opened.contact();
        var circumstances = opened.circumstances();
        return new ContactView(
                contact.contactId(),
                contact.revisionId(),
                contact.date(),
                opened.text(),
                circumstances == null ? null : circumstances.means(),
                circumstances == null ? null : circumstances.place(),
                contact.corrected(),
                contact.codingId(),
                opened.codes(),
                contact.mentioned(),
                contact.mentioned().stream()
                        .map(person -> people.getOrDefault(person, new Mention(person, null, null)))
                        .toList(),
                documents,
                staff(contact.author()),
                contact.filedBy() == null ? null : staff(contact.filedBy()),
                contact.recordedAt(),
                List.copyOf(opened.unreadable()));
    }

    private static AttachmentView view(Attachments.Row attachment, Reading reading) {
        var details = attachment.details(reading);
        return new AttachmentView(
                attachment.attachmentId(),
                details.map(AttachmentDetails::name).orElse(null),
                details.map(AttachmentDetails::mediaType).orElse(null),
                attachment.size(),
                attachment.addedAt());
    }

    /** A member of staff by name, if they ever called this service. */
    Staff staff(UUID id) {
        return new Staff(id, staff.nameOf(id).orElse(null));
    }
}
