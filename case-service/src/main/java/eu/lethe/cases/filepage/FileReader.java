package eu.lethe.cases.filepage;

import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactGaps;
import eu.lethe.cases.contact.ContactGaps.Gap;
import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.MentionedPersons;
import eu.lethe.cases.contact.MentionedPersons.Mention;
import eu.lethe.cases.contact.OpenedContact;
import eu.lethe.cases.contact.attachment.Attachments;
import eu.lethe.cases.filepage.FileView.AttachmentView;
import eu.lethe.cases.filepage.FileView.ContactView;
import eu.lethe.cases.filepage.FileView.RetentionView;
import eu.lethe.cases.filepage.FileView.Staff;
import eu.lethe.cases.filepage.FileView.WithdrawnView;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.PersonReader;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the page of a file. */
@Component
class FileReader {

    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final ContactGaps gaps;
    private final Persons persons;
    private final PersonReader personReader;
    private final Opener opener;
    private final Attachments attachments;
    private final MentionedPersons mentioned;
    private final Deadlines deadlines;
    private final RetentionRules rules;
    private final Units units;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    FileReader(
            ReadableFiles readable,
            Duplicates duplicates,
            Contacts contacts,
            ContactGaps gaps,
            Persons persons,
            PersonReader personReader,
            Opener opener,
            Attachments attachments,
            MentionedPersons mentioned,
            Deadlines deadlines,
            RetentionRules rules,
            Units units,
            StaffDirectory staff,
            BusinessClock clock) {
        this.readable = readable;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.gaps = gaps;
        this.persons = persons;
        this.personReader = personReader;
        this.opener = opener;
        this.attachments = attachments;
        this.mentioned = mentioned;
        this.deadlines = deadlines;
        this.rules = rules;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * The page of a file.
     *
     * @param olderThan the last contact that the reader has, to go on with those before it; null to begin
     */
    FileView read(UUID fileId, @Nullable UUID olderThan, Caller caller, Locale locale) {
        var entry = readable.admit(fileId, caller);
        var admission = readable.note(
                entry,
                caller,
                "file",
                Compartment.IDENTITY,
                Compartment.NARRATIVE,
                Compartment.CODING,
                Compartment.HEALTH);
        var file = entry.file();
        var person = persons.require(file.personId());
        var fileIds = entry.alone() ? List.of(fileId) : duplicates.fileIds(fileId);
        var part = contacts.newest(fileIds, olderThan);
        var inFile = part.contacts();
        var reading = opener.reading(admission)
                .prepare(Stream.concat(person.sealed(), inFile.stream().flatMap(Contacts.Row::sealed)));
        var people = mentioned.seenBy(
                caller,
                inFile.stream().flatMap(contact -> contact.mentioned().stream()).toList());
        var documents = attachments
                .with(inFile.stream().map(Contacts.Row::contactId).toList())
                .stream()
                .collect(Collectors.groupingBy(Attachments.Row::contactId));
        return new FileView(
                fileId,
                file.unit(),
                units.of(file.unit())
                        .map(Units.Unit::label)
                        .map(label -> label.in(locale))
                        .orElse(file.unit()),
                file.openedOn(),
                file.referent() == null ? null : staff(file.referent()),
                file.closedOn() == null ? "live" : "closed",
                file.closedOn(),
                file.closingReason(),
                entry.right().through(),
                entry.alone() ? personReader.readAlone(person, reading) : personReader.read(person, reading),
                inFile.stream()
                        .map(contact -> view(
                                OpenedContact.of(contact, reading),
                                people,
                                documents.getOrDefault(contact.contactId(), List.of()).stream()
                                        .map(document -> view(document, reading))
                                        .toList()))
                        .toList(),
                part.older(),
                gaps.of(fileId).stream().map(this::view).toList(),
                retention(fileId, locale));
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

    private WithdrawnView view(Gap gap) {
        return new WithdrawnView(
                gap.contactId(),
                gap.date(),
                LocalDate.ofInstant(gap.withdrawnAt(), clock.zone()),
                staff(gap.withdrawnBy()),
                gap.erasedOn(),
                clock.today().isBefore(gap.erasedOn()));
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

    private Staff staff(UUID id) {
        return new Staff(id, staff.nameOf(id).orElse(null));
    }

    private @Nullable RetentionView retention(UUID fileId, Locale locale) {
        return deadlines
                .of(fileId)
                .map(due -> rules.of(due.rule())
                        .map(rule -> new RetentionView(
                                rule.code(),
                                rule.label().in(locale),
                                due.on(),
                                RetentionSentence.of(rule, due.on(), locale)))
                        .orElseGet(() -> new RetentionView(
                                due.rule(), due.rule(), due.on(), due.on().toString())))
                .orElse(null);
    }
}
