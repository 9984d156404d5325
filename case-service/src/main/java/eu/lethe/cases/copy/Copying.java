package eu.lethe.cases.copy;

import eu.lethe.cases.access.BarriersForTheCopy;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.assessment.OpenedAssessments;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.ContactsForTheCopy;
import eu.lethe.cases.contact.ContactsForTheCopy.Earlier;
import eu.lethe.cases.contact.ContactsForTheCopy.Withdrawn;
import eu.lethe.cases.contact.OpenedContact;
import eu.lethe.cases.contact.attachment.Attachments;
import eu.lethe.cases.filepage.RetentionRules;
import eu.lethe.cases.filepage.RetentionSentence;
import eu.lethe.cases.household.OwnMemberships;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.person.PersonReader;
import eu.lethe.cases.person.PersonView;
import eu.lethe.cases.person.Persons;
import eu.lethe.cases.referral.OpenedReferrals;
import eu.lethe.cases.reported.InformationForTheCopy;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Gathers what the agency keeps about a person. Of other people nothing is opened. */
@Component
class Copying {

    private static final Compartment[] OPENED = {
        Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH, Compartment.THIRD_PARTY
    };
    /** Of contacts, in characters: some twelve hundred pages. A copy is gathered in memory before it is given. */
    private static final int MOST_SEALED = 8 * 1024 * 1024;

    private static final int MOST_READINGS = 1_000;

    private final Persons persons;
    private final ReadablePersons readablePersons;
    private final ReadableFiles readableFiles;
    private final PersonReader personReader;
    private final Contacts contacts;
    private final Opener opener;
    private final ContactsForTheCopy wholeContacts;
    private final BarriersForTheCopy barriers;
    private final Attachments attachments;
    private final Duplicates duplicates;
    private final OwnMemberships households;
    private final OpenedAssessments assessments;
    private final OpenedReferrals referrals;
    private final InformationForTheCopy information;
    private final GivenConsents consents;
    private final AccessJournal journal;
    private final Deadlines deadlines;
    private final RetentionRules rules;
    private final Units units;
    private final Nomenclature nomenclature;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    Copying(
            Persons persons,
            ReadablePersons readablePersons,
            ReadableFiles readableFiles,
            PersonReader personReader,
            Contacts contacts,
            Opener opener,
            ContactsForTheCopy wholeContacts,
            BarriersForTheCopy barriers,
            Attachments attachments,
            Duplicates duplicates,
            OwnMemberships households,
            OpenedAssessments assessments,
            OpenedReferrals referrals,
            InformationForTheCopy information,
            GivenConsents consents,
            AccessJournal journal,
            Deadlines deadlines,
            RetentionRules rules,
            Units units,
            Nomenclature nomenclature,
            StaffDirectory staff,
            BusinessClock clock) {
        this.persons = persons;
        this.readablePersons = readablePersons;
        this.readableFiles = readableFiles;
        this.personReader = personReader;
        this.contacts = contacts;
        this.opener = opener;
        this.wholeContacts = wholeContacts;
        this.barriers = barriers;
        this.attachments = attachments;
        this.duplicates = duplicates;
        this.households = households;
        this.assessments = assessments;
        this.referrals = referrals;
        this.information = information;
        this.consents = consents;
        this.journal = journal;
        this.deadlines = deadlines;
        this.rules = rules;
        this.units = units;
        this.nomenclature = nomenclature;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * All there is in a copy, before anything is masked.
     *
     * @param records the person's, when there are several that are read as one
     * @param mentioned others whom contacts are about
     */
    record Gathered(
            PersonalCopy copy, Admission admission, List<UUID> records, List<UUID> fileIds, Set<UUID> mentioned) {

        @Override
        public String toString() {
            return "Gathered[" + copy.person().personId() + "]";
        }
    }

    /**
     * Gathers the copy, for a worker who rereads it or hands it over.
     *
     * @param reason as in the access journal
     * @param bearer the worker's own authorisation
     * @throws Problem 422 {@code copy-too-long} when more was written than one copy holds
     */
    Gathered of(UUID personId, Caller caller, String bearer, Locale reader, String reason) {
        duplicates.requireNotMerged(personId);
        var others = duplicates.readThrough(personId).stream()
                .map(Merge::duplicateId)
                .toList();
        var records = Stream.concat(Stream.of(personId), others.stream()).toList();
        var admission = readablePersons.requireOpening(records, caller, reason, OPENED);
        var given = records.stream()
                .flatMap(record -> consents.of(record, bearer, reader).stream())
                .toList();
        var person = persons.require(personId);
        var same = persons.among(others);
        var file = person.fileId() == null ? null : readableFiles.require(person.fileId(), caller);
        var fileIds = file == null ? List.<UUID>of() : duplicates.fileIds(file.fileId());
        if (contacts.sealedIn(fileIds) > MOST_SEALED) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "copy-too-long");
        }
        var inFile = fileIds.stream()
                .flatMap(id -> wholeContacts.keptIn(id).stream())
                .sorted(Comparator.comparing(Contacts.Row::date).reversed())
                .toList();
        var reading = opener.reading(admission)
                .prepare(Stream.concat(
                        Stream.concat(Stream.of(person), same.stream()).flatMap(Persons.Row::sealed),
                        inFile.stream().flatMap(Contacts.Row::sealed)));
        var documents = documents(fileIds, reading);
        var withdrawn = wholeContacts.withdrawnFrom(fileIds);
        var assessed = new LinkedHashMap<UUID, List<AssessmentView>>();
        fileIds.forEach(id -> assessed.put(id, assessments.inForce(id, admission)));
        var copy = new PersonalCopy(
                clock.today(),
                null,
                identity(personReader.read(person, reading)),
                same.stream()
                        .map(other -> identity(personReader.read(other, reading)))
                        .toList(),
                households.of(records, admission),
                file == null ? null : file(file, reader),
                inFile.stream()
                        .map(contact ->
                                contact(OpenedContact.of(contact, reading), documents, withdrawn, reading, reader))
                        .toList(),
                records.stream()
                        .flatMap(record -> contacts.daysMentioning(record).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                assessed.values().stream().flatMap(List::stream).toList(),
                earlier(assessed, admission),
                fileIds.stream()
                        .flatMap(id -> referrals.of(id, reader, admission).stream())
                        .toList(),
                information.of(fileIds, admission),
                given,
                barriers.of(personId),
                readers(personId, file));
        return new Gathered(
                copy,
                admission,
                records,
                fileIds,
                inFile.stream().flatMap(contact -> contact.mentioned().stream()).collect(Collectors.toSet()));
    }

    /** What the assessments of each file said before. */
    private List<AssessmentView> earlier(Map<UUID, List<AssessmentView>> assessed, Admission admission) {
        return assessed.entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .filter(inForce -> inForce.revisions() > 1)
                        .flatMap(inForce ->
                                assessments.revisions(file.getKey(), inForce.assessmentId(), admission).stream()
                                        .filter(wording -> !wording.revisionId().equals(inForce.revisionId()))))
                .toList();
    }

    /** What is laid with the contacts, by contact. */
    private Map<UUID, List<PersonalCopy.Document>> documents(List<UUID> fileIds, Reading reading) {
        return fileIds.stream()
                .flatMap(id -> attachments.of(id).stream())
                .collect(Collectors.groupingBy(
                        Attachments.Row::contactId,
                        Collectors.mapping(
                                document -> document(fileIds.getFirst(), document, reading), Collectors.toList())));
    }

    private static PersonalCopy.Identity identity(PersonView person) {
        return new PersonalCopy.Identity(
                person.personId(),
                person.familyName(),
                person.givenName(),
                person.aliases(),
                person.earlierNames(),
                person.birthDate(),
                person.birthYear(),
                person.address(),
                person.phone(),
                person.email(),
                person.householdType());
    }

    private PersonalCopy.File file(CaseFiles.Row file, Locale reader) {
        return new PersonalCopy.File(
                file.fileId(),
                units.of(file.unit()).map(unit -> unit.label().in(reader)).orElse(file.unit()),
                file.openedOn(),
                Optional.ofNullable(file.referent()).flatMap(staff::nameOf).orElse(null),
                deadlines
                        .of(file.fileId())
                        .flatMap(due -> rules.of(due.rule()).map(rule -> RetentionSentence.of(rule, due.on(), reader)))
                        .orElse(null),
                file.closedOn(),
                file.closingReason());
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
                wholeContacts.earlierOf(opened.contact(), reading).stream()
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

    private List<PersonalCopy.Reading> readers(UUID personId, CaseFiles.@Nullable Row file) {
        var merged = duplicates.of(personId);
        var files = Stream.concat(
                        Stream.ofNullable(file).map(CaseFiles.Row::fileId),
                        merged.stream().map(Merge::duplicateFileId).filter(Objects::nonNull))
                .toList();
        var records = Stream.concat(Stream.of(personId), merged.stream().map(Merge::duplicateId))
                .toList();
        return journal.about(files, records, 0, MOST_READINGS).items().stream()
                .map(entry -> new PersonalCopy.Reading(
                        entry.at(), staff.nameOf(entry.readerId()).orElse(null), entry.compartments(), entry.reason()))
                .toList();
    }
}
