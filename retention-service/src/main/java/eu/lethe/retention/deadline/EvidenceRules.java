package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands until when evidence is kept that outlives the file, also of a person of whom nothing else is left. */
final class EvidenceRules {

    private final RetentionSchedule schedule;

    EvidenceRules(RetentionSchedule schedule) {
        this.schedule = schedule;
    }

    List<Deadline> of(Facts person) {
        return person.evidence().stream()
                .flatMap(evidence -> of(person, evidence).stream())
                .toList();
    }

    private Optional<Deadline> of(Facts person, Facts.Evidence evidence) {
        var since = evidence.since();
        if (since == null) {
            return Optional.empty();
        }
        return schedule.of(
                        evidence.compartment().equals(Compartment.CONSENT)
                                ? RetentionSchedule.CONSENT_EVIDENCE
                                : RetentionSchedule.RIGHTS_REQUEST)
                .map(rule -> new Deadline(
                        person.personId(),
                        null,
                        unit(person),
                        rule.code(),
                        List.of(evidence.compartment()),
                        since,
                        rule.dueOn(since)));
    }

    private static String unit(Facts person) {
        return Stream.concat(
                        Stream.ofNullable(person.unit()),
                        person.files().stream().map(Facts.File::unit))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
