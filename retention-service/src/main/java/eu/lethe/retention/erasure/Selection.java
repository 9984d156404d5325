package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.deadline.Deadline;
import eu.lethe.retention.deadline.Deadlines;
import eu.lethe.retention.deadline.Dependents;
import eu.lethe.retention.deadline.Dependents.Dependent;
import eu.lethe.retention.hold.Holds;
import eu.lethe.retention.hold.Holds.Standing;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.keys.Suspension;
import eu.lethe.retention.schedule.RetentionRule;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands who may be erased for a reason, who goes with them, and why others may not. */
@Component
class Selection {

    /** Who would be erased, and who is left out. Who depends on another stands after them. */
    record Selected(List<Candidate> candidates, List<LeftOut> leftOut) {}

    private final Deadlines deadlines;
    private final Dependents dependents;
    private final Base base;
    private final Suspension suspension;
    private final Holds holds;
    private final Compartments compartments;
    private final BusinessClock clock;
    private final RetentionSchedule schedule;

    Selection(
            Deadlines deadlines,
            Dependents dependents,
            Base base,
            Suspension suspension,
            Holds holds,
            Compartments compartments,
            BusinessClock clock,
            RetentionSchedule schedule) {
        this.deadlines = deadlines;
        this.dependents = dependents;
        this.base = base;
        this.suspension = suspension;
        this.holds = holds;
        this.compartments = compartments;
        this.clock = clock;
        this.schedule = schedule;
    }

    /** All persons with a deadline of a rule before a day; by a rule that erases nothing, nobody is erased. */
    Selected byRule(Reason reason, RetentionRule rule, LocalDate dueBefore) {
        var persons = deadlines.dueBefore(dueBefore, rule.code(), null).stream()
                .map(Deadline::personId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!rule.erases()) {
            return new Selected(
                    List.of(),
                    persons.stream().map(GroundToSpare.dueFor(rule)::of).toList());
        }
        return among(reason, persons);
    }

    /** Some of these persons, with those who depend on them. */
    Selected among(Reason reason, Collection<UUID> wanted) {
        var asked = new LinkedHashSet<>(wanted);
        var below = dependents.of(asked);
        var everybody = Stream.concat(asked.stream(), below.stream().map(Dependent::subjectId))
                .collect(Collectors.toSet());
        var due = deadlines.toErase(asked, clock.today()).stream()
                .filter(deadline -> reason != Reason.CONSENT_WITHDRAWN
                        || deadline.rule().equals(RetentionSchedule.CONSENT_WITHDRAWN))
                .collect(Collectors.groupingBy(Deadline::personId));
        var list = new Listing(
                unitsOf(everybody, due),
                suspension.heldByAny(everybody),
                below.stream().collect(Collectors.groupingBy(Dependent::personId)),
                leftAlone(asked),
                holds.against(wanted(reason, asked, due)),
                holds.against(below.stream()
                        .collect(Collectors.toMap(
                                Dependent::subjectId, _ -> compartments.ofWholePerson(), (one, _) -> one))));
        independentFirst(asked, below).forEach(person -> list.ask(reason, person, due));
        return list.selected();
    }

    /** What would be erased of each of whom there is anything to erase, and not of those who only go along. */
    private Map<UUID, List<Compartment>> wanted(Reason reason, Collection<UUID> asked, Map<UUID, List<Deadline>> due) {
        return asked.stream()
                .filter(person -> !reason.needsDeadline() || due.containsKey(person))
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> reason.needsDeadline()
                                ? union(Objects.requireNonNull(due.get(person)))
                                : compartments.ofWholePerson()));
    }

    /** Who is erased is in no base any more; their evidence falls due all the same. */
    private Map<UUID, String> unitsOf(Set<UUID> everybody, Map<UUID, List<Deadline>> due) {
        var units = new HashMap<>(base.unitsOf(everybody));
        due.forEach((person, ofPerson) ->
                units.putIfAbsent(person, ofPerson.getFirst().unit()));
        return units;
    }

    /** Why it is not erased what is due of these persons, by a rule that erases nothing. */
    private Map<UUID, GroundToSpare> leftAlone(Set<UUID> asked) {
        Map<UUID, GroundToSpare> grounds = new HashMap<>();
        deadlines
                .toLeaveAlone(asked, clock.today())
                .forEach(deadline -> grounds.putIfAbsent(
                        deadline.personId(), GroundToSpare.dueFor(schedule.require(deadline.rule()))));
        return grounds;
    }

    /** Who depends on another of those asked for is looked at after them, and mostly goes with them. */
    private static List<UUID> independentFirst(Collection<UUID> asked, List<Dependent> below) {
        var dependent = below.stream().map(Dependent::subjectId).collect(Collectors.toSet());
        return Stream.concat(
                        asked.stream().filter(person -> !dependent.contains(person)),
                        asked.stream().filter(dependent::contains))
                .toList();
    }

    /** The list as it grows. */
    private final class Listing {

        private final Map<UUID, String> units;
        private final Set<UUID> busy;
        private final Map<UUID, List<Dependent>> below;
        private final Map<UUID, GroundToSpare> leftAlone;
        private final Map<UUID, List<Standing>> held;
        private final Map<UUID, List<Standing>> heldAlong;
        private final Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        private final Map<UUID, LeftOut> leftOut = new LinkedHashMap<>();

        Listing(
                Map<UUID, String> units,
                Set<UUID> busy,
                Map<UUID, List<Dependent>> below,
                Map<UUID, GroundToSpare> leftAlone,
                Map<UUID, List<Standing>> held,
                Map<UUID, List<Standing>> heldAlong) {
            this.units = units;
            this.busy = busy;
            this.below = below;
            this.leftAlone = leftAlone;
            this.held = held;
            this.heldAlong = heldAlong;
        }

        void ask(Reason reason, UUID person, Map<UUID, List<Deadline>> due) {
            if (candidates.containsKey(person)) {
                return;
            }
            if (!units.containsKey(person)) {
                leaveOut(person, GroundToSpare.UNKNOWN);
            } else if (busy.contains(person)) {
                leaveOut(person, GroundToSpare.IN_ERASURE);
            } else if (held.containsKey(person)) {
                leaveOut(person, held);
            } else {
                candidate(reason, person, due)
                        .ifPresentOrElse(
                                this::take,
                                () -> leaveOut(person, leftAlone.getOrDefault(person, GroundToSpare.NOT_DUE)));
            }
        }

        /** Takes somebody, and with them those whose keys go along, unless another erasure or a hold keeps those. */
        private void take(Candidate candidate) {
            if (candidates.putIfAbsent(candidate.personId(), candidate) != null) {
                return;
            }
            for (var dependent : below.getOrDefault(candidate.personId(), List.of())) {
                if (!dependents.goesAlong(dependent, candidate.compartments())) {
                    continue;
                }
                if (busy.contains(dependent.subjectId())) {
                    leaveOut(dependent.subjectId(), GroundToSpare.IN_ERASURE);
                } else if (heldAlong.containsKey(dependent.subjectId())) {
                    leaveOut(dependent.subjectId(), heldAlong);
                } else {
                    take(new Candidate(
                            dependent.subjectId(),
                            unit(dependent.subjectId()),
                            candidate.rule(),
                            compartments.ofWholePerson()));
                }
            }
        }

        private Optional<Candidate> candidate(Reason reason, UUID person, Map<UUID, List<Deadline>> due) {
            if (!reason.needsDeadline()) {
                return Optional.of(new Candidate(person, unit(person), null, compartments.ofWholePerson()));
            }
            var ofPerson = due.getOrDefault(person, List.of());
            return ofPerson.stream()
                    .max(Comparator.comparingInt(
                            deadline -> deadline.compartments().size()))
                    .map(widest -> new Candidate(person, unit(person), widest.rule(), union(ofPerson)));
        }

        private @Nullable String unit(UUID person) {
            var unit = units.get(person);
            return unit == null || unit.isEmpty() ? null : unit;
        }

        private void leaveOut(UUID person, GroundToSpare ground) {
            leftOut.putIfAbsent(person, ground.of(person));
        }

        private void leaveOut(UUID person, Map<UUID, List<Standing>> holds) {
            var oldest = Objects.requireNonNull(holds.get(person)).getFirst();
            leftOut.putIfAbsent(person, GroundToSpare.heldFor(oldest.reason(), person));
        }

        Selected selected() {
            return new Selected(List.copyOf(candidates.values()), List.copyOf(leftOut.values()));
        }
    }

    private static List<Compartment> union(List<Deadline> deadlines) {
        return deadlines.stream()
                .flatMap(deadline -> deadline.compartments().stream())
                .distinct()
                .toList();
    }
}
