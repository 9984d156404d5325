package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.retention.DeadlineEvent;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineLifted;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineSet;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Understands which deadlines were announced, and announces what changed: those that fell away first, then the new. */
@Component
class DeadlineBook {

    private static final TypeReference<List<Deadline>> DEADLINES = new TypeReference<>() {};

    private final KnownPersons persons;
    private final KnownFacts facts;
    private final DeadlineRules rules;
    private final EventGateway events;
    private final Clock wall = Clock.systemUTC();
    private final JsonMapper json = EventJson.mapper();

    DeadlineBook(KnownPersons persons, KnownFacts facts, DeadlineRules rules, EventGateway events) {
        this.persons = persons;
        this.facts = facts;
        this.rules = rules;
        this.events = events;
    }

    /** Computes the person's deadlines anew; the caller holds their lock. */
    void recompute(UUID personId) {
        var before = json.readValue(persons.inForce(personId), DEADLINES);
        var after = rules.of(facts.of(personId));
        if (before.equals(after)) {
            return;
        }
        var lifted = before.stream()
                .filter(old -> after.stream().noneMatch(now -> sameMatter(old, now)))
                .map(this::lifted)
                .toList();
        var set = after.stream()
                .filter(now -> !before.contains(now))
                .map(this::set)
                .toList();
        if (!lifted.isEmpty()) {
            events.publish(lifted);
        }
        if (!set.isEmpty()) {
            events.publish(set);
        }
        persons.inForce(personId, json.writeValueAsString(after));
    }

    private static boolean sameMatter(Deadline one, Deadline other) {
        return Objects.equals(one.fileId(), other.fileId()) && one.rule().equals(other.rule());
    }

    private DeadlineEvent lifted(Deadline old) {
        return new DeadlineLifted(old.personId(), old.fileId(), old.rule(), wall.instant());
    }

    private DeadlineEvent set(Deadline now) {
        return new DeadlineSet(
                now.personId(),
                now.fileId(),
                now.unit(),
                now.rule(),
                now.compartments(),
                now.since(),
                now.dueOn(),
                wall.instant());
    }
}
