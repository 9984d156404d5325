package eu.lethe.cases.casefile;

import eu.lethe.cases.casefile.FileView.ContactView;
import eu.lethe.cases.casefile.FileView.RetentionView;
import eu.lethe.cases.casefile.FileView.Staff;
import eu.lethe.cases.casefile.OpenedContacts.Opened;
import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.person.PersonReader;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands who may read a file, and lays its page. */
@Component
class FileReader {

    private final CaseFiles files;
    private final Persons persons;
    private final PersonReader personReader;
    private final OpenedContacts opened;
    private final Deadlines deadlines;
    private final RetentionRules rules;
    private final Units units;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    FileReader(
            CaseFiles files,
            Persons persons,
            PersonReader personReader,
            OpenedContacts opened,
            Deadlines deadlines,
            RetentionRules rules,
            Units units,
            StaffDirectory staff,
            BusinessClock clock) {
        this.files = files;
        this.persons = persons;
        this.personReader = personReader;
        this.opened = opened;
        this.deadlines = deadlines;
        this.rules = rules;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * The file, for somebody who may work on it now.
     *
     * @throws Problem 404 unknown, 403 another unit's, 410 erased, 423 suspended
     */
    CaseFiles.Row require(UUID fileId, Caller caller) {
        var file = requireOfUnit(fileId, caller);
        persons.require(file.personId()).requireReadable(clock);
        return file;
    }

    /** The page of a file. */
    FileView read(UUID fileId, Caller caller, Locale locale) {
        var file = requireOfUnit(fileId, caller);
        var person = persons.require(file.personId());
        person.requireReadable(clock);
        var contacts = files.contactsOf(fileId);
        opened.prepare(OpenedIdentities.sealed(person), contacts);
        return new FileView(
                fileId,
                file.unit(),
                units.of(file.unit())
                        .map(Units.Unit::label)
                        .map(label -> label.in(locale))
                        .orElse(file.unit()),
                file.openedOn(),
                staff(file.referent()),
                personReader.read(person),
                opened.open(contacts).stream().map(this::view).toList(),
                retention(fileId, locale));
    }

    private CaseFiles.Row requireOfUnit(UUID fileId, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        caller.requireAssignedTo(file.unit());
        return file;
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
