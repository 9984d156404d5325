package eu.lethe.retention.erasure;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.deadline.Deadline;
import eu.lethe.retention.deadline.Deadlines;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands who no longer qualifies, just before the act. */
@Component
class Recheck {

    private final Deadlines deadlines;
    private final Base base;
    private final BusinessClock clock;

    Recheck(Deadlines deadlines, Base base, BusinessClock clock) {
        this.deadlines = deadlines;
        this.base = base;
        this.clock = clock;
    }

    /**
     * Why persons drop out, by person; who is not in the answer still qualifies.
     *
     * @param previewedAt what happened to a person after that speaks against erasing them
     * @param persons with the compartments to be erased
     */
    Map<UUID, String> causesToDropOut(Reason reason, Instant previewedAt, Map<UUID, List<Compartment>> persons) {
        Map<UUID, String> causes = new HashMap<>();
        if (reason.yieldsToActivity()) {
            base.activeAfter(previewedAt, persons.keySet()).forEach(person -> causes.put(person, "new-activity"));
        }
        if (reason.needsDeadline()) {
            var due = dueCompartments(deadlines.of(persons.keySet()));
            persons.forEach((person, compartments) -> {
                if (!due.getOrDefault(person, Set.of()).containsAll(compartments)) {
                    causes.putIfAbsent(person, "not-due");
                }
            });
        }
        return causes;
    }

    private Map<UUID, Set<Compartment>> dueCompartments(Collection<Deadline> ofPersons) {
        return ofPersons.stream()
                .filter(deadline -> deadline.isDue(clock.today()))
                .collect(Collectors.groupingBy(
                        Deadline::personId,
                        Collectors.flatMapping(
                                deadline -> deadline.compartments().stream(), Collectors.toCollection(HashSet::new))))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
