package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands which deadlines follow from what is known of a person. */
@Component
class DeadlineRules {

    private final RetentionSchedule schedule;
    private final Compartments compartments;

    DeadlineRules(RetentionSchedule schedule, Compartments compartments) {
        this.schedule = schedule;
        this.compartments = compartments;
    }

    /** All deadlines of a person, as they are to be in force. */
    List<Deadline> of(Facts person) {
        if (person.erased()) {
            return List.of();
        }
        List<Deadline> deadlines = new ArrayList<>();
        person.files().forEach(file -> ofFile(person, file).ifPresent(deadlines::add));
        if (deadlines.isEmpty()) {
            ofRegistration(person).ifPresent(deadlines::add);
            ofWithdrawnConsents(person).ifPresent(deadlines::add);
        }
        return deadlines;
    }

    /** A file is kept for a time after the last contact, or after it was opened when there was none. */
    private Optional<Deadline> ofFile(Facts person, Facts.File file) {
        var since = file.lastContactOn() == null ? file.openedOn() : file.lastContactOn();
        if (since == null) {
            return Optional.empty();
        }
        var rule = schedule.ofFile(file.contacts());
        return Optional.of(new Deadline(
                person.personId(),
                file.fileId(),
                file.unit(),
                rule.code(),
                compartments.ofWholePerson(),
                since,
                rule.dueOn(since)));
    }

    /** Who was registered and never got a file is not kept for ever. */
    private Optional<Deadline> ofRegistration(Facts person) {
        var since = person.registeredOn();
        var unit = person.unit();
        if (since == null || unit == null) {
            return Optional.empty();
        }
        var rule = schedule.require(RetentionSchedule.SINGLE_VISIT);
        return Optional.of(new Deadline(
                person.personId(), null, unit, rule.code(), compartments.ofWholePerson(), since, rule.dueOn(since)));
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
