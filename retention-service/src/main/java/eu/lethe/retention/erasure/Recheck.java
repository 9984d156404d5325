package eu.lethe.retention.erasure;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.deadline.Deadline;
import eu.lethe.retention.deadline.Deadlines;
import eu.lethe.retention.deadline.Dependents;
import eu.lethe.retention.deadline.Dependents.Dependent;
import eu.lethe.retention.hold.Holds;
import eu.lethe.retention.hold.HoldsBesideKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands who no longer qualifies, just before the act. */
@Component
class Recheck {

    private final Deadlines deadlines;
    private final Dependents dependents;
    private final Base base;
    private final Holds holds;
    private final HoldsBesideKeys besideKeys;
    private final BusinessClock clock;

    Recheck(
            Deadlines deadlines,
            Dependents dependents,
            Base base,
            Holds holds,
            HoldsBesideKeys besideKeys,
            BusinessClock clock) {
        this.deadlines = deadlines;
        this.dependents = dependents;
        this.base = base;
        this.holds = holds;
        this.besideKeys = besideKeys;
        this.clock = clock;
    }

    /**
     * Why persons drop out, by person; who is not in the answer still qualifies. A hold stands against every reason to erase.
     *
     * @param previewedAt what happened to a person after that speaks against erasing them
     * @param asked some persons of the list, in its order: who depends on another comes after them
     * @throws eu.lethe.platform.problem.Problem 503 when nobody knows what is held
     */
    Map<UUID, GroundToSpare> groundsToSpare(Reason reason, Instant previewedAt, Roster roster, List<UUID> asked) {
        besideKeys.requireKnown();
        var wanted = roster.wanted(asked);
        var held = holds.against(wanted).keySet();
        var grounds = ofThemselves(reason, previewedAt, wanted);
        var dependsOn = byPerson(dependents.among(asked));
        var parted = byPerson(dependents.partedAfter(previewedAt, asked));
        Map<UUID, GroundToSpare> inOrder = new LinkedHashMap<>();
        for (var person : asked) {
            var other = dependsOn.get(person);
            var former = parted.get(person);
            var ground = grounds.get(person);
            if (held.contains(person)) {
                ground = GroundToSpare.ON_HOLD;
            } else if (other != null && goesAlong(other, roster)) {
                var left = roster.hasLeft(other.personId()) || inOrder.containsKey(other.personId());
                ground = left ? GroundToSpare.PERSON_DROPPED_OUT : null;
            } else if (other == null && former != null && roster.has(former.personId())) {
                ground = GroundToSpare.NO_DUPLICATE;
            }
            if (ground != null) {
                inOrder.put(person, ground);
            }
        }
        return inOrder;
    }

    /** Whether the dependent is on the list because of the person, and not for itself. */
    private boolean goesAlong(Dependent dependent, Roster roster) {
        return roster.has(dependent.personId())
                && dependents.goesAlong(dependent, roster.compartments(dependent.personId()));
    }

    private Map<UUID, GroundToSpare> ofThemselves(
            Reason reason, Instant previewedAt, Map<UUID, List<Compartment>> persons) {
        Map<UUID, GroundToSpare> grounds = new HashMap<>();
        if (reason.yieldsToActivity()) {
            base.activeAfter(previewedAt, persons.keySet())
                    .forEach(person -> grounds.put(person, GroundToSpare.NEW_ACTIVITY));
        }
        if (reason.needsDeadline()) {
            var due = dueCompartments(deadlines.toErase(persons.keySet(), clock.today()));
            persons.forEach((person, compartments) -> {
                if (!due.getOrDefault(person, Set.of()).containsAll(compartments)) {
                    grounds.putIfAbsent(person, GroundToSpare.NOT_DUE);
                }
            });
        }
        return grounds;
    }

    private static Map<UUID, Set<Compartment>> dueCompartments(Collection<Deadline> due) {
        return due.stream()
                .collect(Collectors.groupingBy(
                        Deadline::personId,
                        Collectors.flatMapping(
                                deadline -> deadline.compartments().stream(), Collectors.toCollection(HashSet::new))));
    }

    private static Map<UUID, Dependent> byPerson(List<Dependent> dependents) {
        return dependents.stream()
                .collect(Collectors.toMap(Dependent::subjectId, Function.identity(), (one, other) -> one));
    }
}
