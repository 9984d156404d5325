package eu.lethe.cases.filepage;

import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.OpenedContacts;
import eu.lethe.cases.contact.OpenedContacts.Opened;
import eu.lethe.cases.filepage.FileView.ContactView;
import eu.lethe.cases.filepage.FileView.RetentionView;
import eu.lethe.cases.filepage.FileView.Staff;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.person.PersonReader;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the page of a file. */
@Component
class FileReader {

    private static final Comparator<Contacts.Row> NEWEST_FIRST = Comparator.comparing(Contacts.Row::date)
            .thenComparing(Contacts.Row::recordedAt)
            .reversed();

    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final Persons persons;
    private final PersonReader personReader;
    private final OpenedContacts opened;
    private final Deadlines deadlines;
    private final RetentionRules rules;
    private final Units units;
    private final StaffDirectory staff;

    FileReader(
            ReadableFiles readable,
            Duplicates duplicates,
            Contacts contacts,
            Persons persons,
            PersonReader personReader,
            OpenedContacts opened,
            Deadlines deadlines,
            RetentionRules rules,
            Units units,
            StaffDirectory staff) {
        this.readable = readable;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.persons = persons;
        this.personReader = personReader;
        this.opened = opened;
        this.deadlines = deadlines;
        this.rules = rules;
        this.units = units;
        this.staff = staff;
    }

    /** The page of a file. */
    FileView read(UUID fileId, Caller caller, Locale locale) {
        var file = readable.requireOpening(
                fileId,
                caller,
                "file",
                Compartment.IDENTITY,
                Compartment.NARRATIVE,
                Compartment.CODING,
                Compartment.HEALTH);
        var person = persons.require(file.personId());
        var inFile = duplicates.fileIds(fileId).stream()
                .flatMap(id -> contacts.of(id).stream())
                .sorted(NEWEST_FIRST)
                .toList();
        opened.prepare(OpenedIdentities.sealed(person), inFile);
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
                readable.exceptionalAccess(file, caller).orElse(null),
                personReader.read(person),
                opened.open(inFile).stream().map(this::view).toList(),
                retention(fileId, locale));
    }

    private ContactView view(Opened opened) {
        var contact = opened.contact();
        return new ContactView(
                contact.contactId(),
                contact.date(),
                opened.text(),
                opened.codes(),
                contact.mentioned(),
                staff(contact.author()),
                contact.recordedAt(),
                List.copyOf(opened.unreadable()));
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
