package eu.lethe.cases.copy;

import eu.lethe.cases.access.BarriersForTheCopy;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.assessment.OpenedAssessments;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactOutlines;
import eu.lethe.cases.contact.Contacts;
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
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the agency keeps about a person. Of other people nothing is opened. */
@Component
class Copying {

    private static final Compartment[] OPENED = {
        Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH, Compartment.THIRD_PARTY
    };
    /** What a part holds of contacts, sealed, in characters: some five hundred sheets, half of what one document takes. */
    static final int MOST_SEALED = 2 * 1024 * 1024;

    private static final int MOST_READINGS = 1_000;

    private final Persons persons;
    private final ReadablePersons readablePersons;
    private final ReadableFiles readableFiles;
    private final PersonReader personReader;
    private final Contacts contacts;
    private final ContactOutlines outlines;
    private final GatheredContacts gatheredContacts;
    private final Opener opener;
    private final BarriersForTheCopy barriers;
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
    private final StaffDirectory staff;
    private final BusinessClock clock;

    Copying(
            Persons persons,
            ReadablePersons readablePersons,
            ReadableFiles readableFiles,
            PersonReader personReader,
            Contacts contacts,
            ContactOutlines outlines,
            GatheredContacts gatheredContacts,
            Opener opener,
            BarriersForTheCopy barriers,
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
            StaffDirectory staff,
            BusinessClock clock) {
        this.persons = persons;
        this.readablePersons = readablePersons;
        this.readableFiles = readableFiles;
        this.personReader = personReader;
        this.contacts = contacts;
        this.outlines = outlines;
        this.gatheredContacts = gatheredContacts;
        this.opener = opener;
        this.barriers = barriers;
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
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * All there is in a copy or a part of it, before anything is masked.
     *
     * @param records the person's, when there are several that are read as one
     * @param part what of the division it is
     */
    record Gathered(
            PersonalCopy copy,
            Admission admission,
            List<UUID> records,
            List<UUID> fileIds,
            Division division,
            Division.Part part) {

        @Override
        public String toString() {
            return "Gathered[" + copy.person().personId() + "]";
        }
    }

    /**
     * Gathers the copy, or of a long one a part, for a worker who rereads it or hands it over. Nothing of another part is
     * fetched or opened.
     *
     * @param part which of those that there are
     * @param bearer the worker's own authorisation
     * @param reason as in the access journal
     */
    Gathered of(
            UUID personId,
            Function<Division, Division.Part> part,
            Caller caller,
            String bearer,
            Locale reader,
            String reason) {
        duplicates.requireNotMerged(personId);
        var others = duplicates.readThrough(personId).stream()
                .map(Merge::duplicateId)
                .toList();
        var records = Stream.concat(Stream.of(personId), others.stream()).toList();
        var admission = readablePersons.requireOpening(records, caller, reason, OPENED);
        var person = persons.require(personId);
        var same = persons.among(others);
        var file = person.fileId() == null ? null : readableFiles.require(person.fileId(), caller);
        var fileIds = file == null ? List.<UUID>of() : duplicates.fileIds(file.fileId());
        var division = Division.of(outlines.in(fileIds), MOST_SEALED);
        var asked = part.apply(division);
        var reading = opener.reading(admission)
                .prepare(Stream.concat(Stream.of(person), same.stream()).flatMap(Persons.Row::sealed));
        var identity = identity(personReader.read(person, reading));
        var otherIdentities = same.stream()
                .map(other -> identity(personReader.read(other, reading)))
                .toList();
        var told = gatheredContacts.of(asked, fileIds, reading, reader);
        var copy = asked.isFirst()
                ? whole(
                        identity,
                        otherIdentities,
                        told,
                        asked.isOneOfSeveral() ? said(division, asked) : null,
                        new About(personId, records, file, fileIds, admission),
                        bearer,
                        reader)
                : PersonalCopy.later(clock.today(), said(division, asked), identity, otherIdentities, told);
        return new Gathered(copy, admission, records, fileIds, division, asked);
    }

    /** Whose copy it is, and by which right it is read. */
    private record About(
            UUID personId, List<UUID> records, CaseFiles.@Nullable Row file, List<UUID> fileIds, Admission admission) {}

    private PersonalCopy whole(
            PersonalCopy.Identity identity,
            List<PersonalCopy.Identity> otherIdentities,
            List<PersonalCopy.Contact> told,
            PersonalCopy.@Nullable Part part,
            About about,
            String bearer,
            Locale reader) {
        var file = about.file();
        var admission = about.admission();
        var assessed = new LinkedHashMap<UUID, List<AssessmentView>>();
        about.fileIds().forEach(id -> assessed.put(id, assessments.inForce(id, admission)));
        return new PersonalCopy(
                clock.today(),
                null,
                part,
                identity,
                otherIdentities,
                households.of(about.records(), admission),
                file == null ? null : file(file, reader),
                told,
                about.records().stream()
                        .flatMap(record -> contacts.daysMentioning(record).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                assessed.values().stream().flatMap(List::stream).toList(),
                earlier(assessed, admission),
                about.fileIds().stream()
                        .flatMap(id -> referrals.of(id, reader, admission).stream())
                        .toList(),
                information.of(about.fileIds(), admission),
                about.records().stream()
                        .flatMap(record -> consents.of(record, bearer, reader).stream())
                        .toList(),
                barriers.of(about.personId()),
                readers(about.personId(), file));
    }

    private static PersonalCopy.Part said(Division division, Division.Part part) {
        return new PersonalCopy.Part(part.number(), part.of(), part.from(), part.to(), division.id());
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
