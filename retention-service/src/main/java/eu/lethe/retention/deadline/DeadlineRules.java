package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.deadline.Facts.Dependence.Duplicate;
import eu.lethe.retention.deadline.Facts.Dependence.LeftBehind;
import eu.lethe.retention.deadline.Facts.Dependence.Source;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.schedule.RetentionRule;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands which deadlines follow from what is known of a person. */
@Component
class DeadlineRules {

    private final RetentionSchedule schedule;
    private final Compartments compartments;
    private final ChildProtection childProtection;
    private final EvidenceRules evidence;

    DeadlineRules(RetentionSchedule schedule, Compartments compartments) {
        this.schedule = schedule;
        this.compartments = compartments;
        this.childProtection = new ChildProtection(schedule);
        this.evidence = new EvidenceRules(schedule);
    }

    /** All deadlines of a person, as they are to be in force. */
    List<Deadline> of(Facts person) {
        return Stream.concat(
                        person.erased() ? Stream.empty() : ofWhatIsThere(person).stream(), evidence.of(person).stream())
                .toList();
    }

    private List<Deadline> ofWhatIsThere(Facts person) {
        return switch (person.dependence()) {
            case Source source -> ofSource(person.personId(), source).stream().toList();
            case Duplicate duplicate -> ofDuplicate(person, duplicate).stream().toList();
            case LeftBehind left -> List.of(ofLeftBehind(person.personId(), left));
            case null -> ofThemselves(person);
        };
    }

    private List<Deadline> ofThemselves(Facts person) {
        List<Deadline> deadlines = new ArrayList<>();
        for (var file : person.files()) {
            ofFile(person, file).ifPresent(whole -> {
                deadlines.add(whole);
                ofHealth(person, file, whole).ifPresent(deadlines::add);
            });
        }
        if (deadlines.isEmpty()) {
            ofRegistration(person).ifPresent(deadlines::add);
            ofWithdrawnConsents(person).ifPresent(deadlines::add);
        }
        return deadlines;
    }

    /** A file is kept for a time after the last contact, or after it was opened when there was none. */
    private Optional<Deadline> ofFile(Facts person, Facts.File file) {
        var since = lastContact(person, file).or(() -> Optional.ofNullable(file.openedOn()));
        var rule = schedule.ofFile(file.contacts() + absorbedContacts(person));
        return since.map(day -> childProtection.orLonger(
                ofPerson(person, file),
                new Deadline(
                        person.personId(),
                        file.fileId(),
                        file.unit(),
                        rule.code(),
                        compartments.ofWholePerson(),
                        day,
                        rule.dueOn(day))));
    }

    /** Health data goes before the rest of a file that lives on; child protection needs it as long as it needs the rest. */
    private Optional<Deadline> ofHealth(Facts person, Facts.File file, Deadline whole) {
        var rule = schedule.of(RetentionSchedule.HEALTH);
        if (rule.isEmpty() || !file.health()) {
            return Optional.empty();
        }
        return lastContact(person, file)
                .map(day -> new Deadline(
                        person.personId(),
                        file.fileId(),
                        file.unit(),
                        rule.get().code(),
                        List.of(Compartment.HEALTH),
                        day,
                        childProtection.orLater(
                                ofPerson(person, file), rule.get().dueOn(day))))
                .filter(health -> health.dueOn().isBefore(whole.dueOn()));
    }

    private static Stream<Facts.File> ofPerson(Facts person, Facts.File own) {
        return Stream.concat(Stream.of(own), person.absorbed().stream());
    }

    /** The last contact with a person is the last on any of their records. */
    private static Optional<LocalDate> lastContact(Facts person, Facts.File own) {
        return ofPerson(person, own)
                .map(Facts.File::lastContactOn)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo);
    }

    private static int absorbedContacts(Facts person) {
        return person.absorbed().stream().mapToInt(Facts.File::contacts).sum();
    }

    /** Who was registered and never got a file is not kept for ever; a second record of theirs may have one. */
    private Optional<Deadline> ofRegistration(Facts person) {
        var unit = person.unit();
        if (person.registeredOn() == null || unit == null) {
            return Optional.empty();
        }
        var since = Stream.concat(
                        Stream.of(person.registeredOn()),
                        person.absorbed().stream()
                                .map(Facts.File::lastContactOn)
                                .flatMap(Stream::ofNullable))
                .max(LocalDate::compareTo)
                .orElse(person.registeredOn());
        var rule = schedule.ofFile(absorbedContacts(person));
        return Optional.of(childProtection.orLonger(
                person.absorbed().stream(),
                new Deadline(
                        person.personId(),
                        null,
                        unit,
                        rule.code(),
                        compartments.ofWholePerson(),
                        since,
                        rule.dueOn(since))));
    }

    /** What a third party reported is reviewed every year until it proves unfounded; then it is erased, and soon. */
    private Optional<Deadline> ofSource(UUID sourceId, Source source) {
        var unit = source.unit();
        if (source.gone() || unit == null) {
            return Optional.empty();
        }
        if (source.dismissedOn() != null) {
            var rule = schedule.require(RetentionSchedule.THIRD_PARTY_UNFOUNDED);
            return Optional.of(
                    ofSource(sourceId, source, unit, rule, source.dismissedOn(), rule.dueOn(source.dismissedOn())));
        }
        var rule = schedule.require(RetentionSchedule.THIRD_PARTY);
        if (source.reviewedOn() != null && source.nextReviewOn() != null) {
            return Optional.of(ofSource(sourceId, source, unit, rule, source.reviewedOn(), source.nextReviewOn()));
        }
        return Optional.ofNullable(source.receivedOn())
                .map(received -> ofSource(sourceId, source, unit, rule, received, rule.dueOn(received)));
    }

    private static Deadline ofSource(
            UUID sourceId, Source source, String unit, RetentionRule rule, LocalDate since, LocalDate dueOn) {
        return new Deadline(
                sourceId, source.fileId(), unit, rule.code(), List.of(Compartment.THIRD_PARTY), since, dueOn);
    }

    /** A second record has no deadline of its own while the merge can be undone; then nothing is left to keep it for. */
    private Optional<Deadline> ofDuplicate(Facts person, Duplicate duplicate) {
        var since = duplicate.settledOn();
        var file = person.files().stream().findFirst();
        var unit = file.map(Facts.File::unit).or(() -> Optional.ofNullable(person.unit()));
        if (since == null || unit.isEmpty()) {
            return Optional.empty();
        }
        var rule = schedule.require(RetentionSchedule.MERGED);
        return Optional.of(new Deadline(
                person.personId(),
                file.map(Facts.File::fileId).orElse(null),
                unit.get(),
                rule.code(),
                compartments.ofWholePerson(),
                since,
                rule.dueOn(since)));
    }

    /** What should have gone with an erased person, and did not, is due at once. */
    private Deadline ofLeftBehind(UUID subjectId, LeftBehind left) {
        var rule = schedule.require(RetentionSchedule.LEFT_BEHIND);
        return new Deadline(
                subjectId,
                null,
                left.unit(),
                rule.code(),
                compartments.ofWholePerson(),
                left.since(),
                rule.dueOn(left.since()));
    }

    /**
     * What rested on a consent that was withdrawn, and on no other (GDPR 7(3), 17(1)(b)). A file rests on the agency's public
     * task and covers everything, so it is asked for only where there is none; another consent covers its own compartments.
     */
    private Optional<Deadline> ofWithdrawnConsents(Facts person) {
        Set<Compartment> uncovered = new LinkedHashSet<>();
        person.consents().stream()
                .filter(consent -> consent.withdrawnOn() != null)
                .forEach(consent -> uncovered.addAll(consent.compartments()));
        person.consents().stream()
                .filter(consent -> consent.withdrawnOn() == null)
                .forEach(consent -> consent.compartments().forEach(uncovered::remove));
        Optional<LocalDate> since = person.consents().stream()
                .filter(consent -> consent.compartments().stream().anyMatch(uncovered::contains))
                .map(Facts.Consent::withdrawnOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
        var unit = person.unit();
        if (since.isEmpty() || unit == null) {
            return Optional.empty();
        }
        var rule = schedule.require(RetentionSchedule.CONSENT_WITHDRAWN);
        return Optional.of(new Deadline(
                person.personId(),
                null,
                unit,
                rule.code(),
                List.copyOf(uncovered),
                since.get(),
                rule.dueOn(since.get())));
    }
}
