package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.deadline.Deadline;
import eu.lethe.retention.deadline.Deadlines;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.keys.Suspension;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands who may be erased for a reason, and why others may not. */
@Component
class Selection {

    /** Who would be erased, and who is left out. */
    record Selected(List<Candidate> candidates, List<LeftOut> leftOut) {}

    private final Deadlines deadlines;
    private final Base base;
    private final Suspension suspension;
    private final Compartments compartments;
    private final BusinessClock clock;

    Selection(Deadlines deadlines, Base base, Suspension suspension, Compartments compartments, BusinessClock clock) {
        this.deadlines = deadlines;
        this.base = base;
        this.suspension = suspension;
        this.compartments = compartments;
        this.clock = clock;
    }

    /** All persons with a deadline of a rule before a day. */
    Selected byRule(Reason reason, String rule, LocalDate dueBefore) {
        return among(
                reason,
                deadlines.dueBefore(dueBefore, rule, null).stream()
                        .map(Deadline::personId)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Some of these persons. */
    Selected among(Reason reason, Collection<UUID> wanted) {
        var persons = new LinkedHashSet<>(wanted);
        var units = base.unitsOf(persons);
        var busy = suspension.heldByAny(persons);
        var due = deadlines.of(persons).stream()
                .filter(deadline -> deadline.isDue(clock.today()))
                .filter(deadline -> reason != Reason.CONSENT_WITHDRAWN
                        || deadline.rule().equals(RetentionSchedule.CONSENT_WITHDRAWN))
                .collect(Collectors.groupingBy(Deadline::personId));
        List<Candidate> candidates = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (var person : persons) {
            var unit = units.get(person);
            if (unit == null) {
                leftOut.add(new LeftOut(person, "unknown"));
            } else if (busy.contains(person)) {
                leftOut.add(new LeftOut(person, "in-erasure"));
            } else {
                candidate(reason, person, unit, due)
                        .ifPresentOrElse(candidates::add, () -> leftOut.add(new LeftOut(person, "not-due")));
            }
        }
        return new Selected(candidates, leftOut);
    }

    private Optional<Candidate> candidate(Reason reason, UUID person, String unit, Map<UUID, List<Deadline>> due) {
        var named = unit.isEmpty() ? null : unit;
        if (!reason.needsDeadline()) {
            return Optional.of(new Candidate(person, named, null, compartments.ofWholePerson()));
        }
        var ofPerson = due.getOrDefault(person, List.of());
        return ofPerson.stream()
                .max(Comparator.comparingInt(deadline -> deadline.compartments().size()))
                .map(widest -> new Candidate(person, named, widest.rule(), union(ofPerson)));
    }

    private static List<Compartment> union(List<Deadline> deadlines) {
        return deadlines.stream()
                .flatMap(deadline -> deadline.compartments().stream())
                .distinct()
                .toList();
    }
}
