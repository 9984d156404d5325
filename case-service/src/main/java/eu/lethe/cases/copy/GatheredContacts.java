package eu.lethe.cases.copy;

import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.ContactsForTheCopy;
import eu.lethe.cases.contact.ContactsForTheCopy.Earlier;
import eu.lethe.cases.contact.ContactsForTheCopy.Withdrawn;
import eu.lethe.cases.contact.OpenedContact;
import eu.lethe.cases.contact.attachment.Attachments;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands what a copy tells of contacts: opens those of one part, and nothing of any other. */
@Component
class GatheredContacts {

    private final ContactsForTheCopy contacts;
    private final Attachments attachments;
    private final Nomenclature nomenclature;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    GatheredContacts(
            ContactsForTheCopy contacts,
            Attachments attachments,
            Nomenclature nomenclature,
            StaffDirectory staff,
            BusinessClock clock) {
        this.contacts = contacts;
        this.attachments = attachments;
        this.nomenclature = nomenclature;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Those of a part, from the oldest to the newest as the parts are; what is all in one has the newest first.
     *
     * @param fileIds where they are, by whichever of them they are asked for
     */
    List<PersonalCopy.Contact> of(Division.Part part, List<UUID> fileIds, Reading reading, Locale reader) {
        var ids = part.isOneOfSeveral() ? part.contactIds() : part.contactIds().reversed();
        var rows = contacts.kept(fileIds, ids);
        reading.prepare(rows.stream().flatMap(Contacts.Row::sealed));
        var documents = attachments.with(ids).stream()
                .collect(Collectors.groupingBy(
                        Attachments.Row::contactId,
                        Collectors.mapping(
                                document -> document(fileIds.getFirst(), document, reading), Collectors.toList())));
        var withdrawn = contacts.withdrawnFrom(fileIds);
        return rows.stream()
                .map(row -> contact(OpenedContact.of(row, reading), documents, withdrawn, reading, reader))
                .toList();
    }

    private PersonalCopy.Contact contact(
            OpenedContact opened,
            Map<UUID, List<PersonalCopy.Document>> documents,
            Map<UUID, Withdrawn> withdrawn,
            Reading reading,
            Locale reader) {
        var circumstances = opened.circumstances();
        var codes = opened.codes();
        return new PersonalCopy.Contact(
                opened.contact().contactId(),
                opened.contact().revisionId(),
                opened.contact().date(),
                opened.text(),
                circumstances == null ? null : circumstances.means(),
                circumstances == null ? null : circumstances.place(),
                codes == null
                        ? List.of()
                        : codes.stream().map(code -> label(code, reader)).toList(),
                codes == null ? List.of() : codes,
                staff.nameOf(opened.contact().author()).orElse(null),
                documents.getOrDefault(opened.contact().contactId(), List.of()),
                contacts.earlierOf(opened.contact(), reading).stream()
                        .map(this::wording)
                        .toList(),
                withdrawn.get(opened.contact().contactId()));
    }

    private PersonalCopy.Wording wording(Earlier earlier) {
        var circumstances = earlier.circumstances();
        return new PersonalCopy.Wording(
                earlier.revisionId(),
                earlier.date(),
                earlier.text(),
                circumstances == null ? null : circumstances.means(),
                circumstances == null ? null : circumstances.place(),
                staff.nameOf(earlier.author()).orElse(null),
                earlier.writtenAt(),
                earlier.replacedAt(),
                earlier.reason(),
                earlier.reasonText());
    }

    private PersonalCopy.Document document(UUID fileId, Attachments.Row attachment, Reading reading) {
        var details = attachment.details(reading);
        return new PersonalCopy.Document(
                attachment.attachmentId(),
                details.map(AttachmentDetails::name).orElse(null),
                details.map(AttachmentDetails::mediaType).orElse(null),
                attachment.size(),
                clock.dayOf(attachment.addedAt()),
                "/api/cases/files/" + fileId + "/contacts/" + attachment.contactId() + "/attachments/"
                        + attachment.attachmentId());
    }

    private String label(String code, Locale reader) {
        return nomenclature.of(code).map(entry -> entry.label().in(reader)).orElse(code);
    }
}
