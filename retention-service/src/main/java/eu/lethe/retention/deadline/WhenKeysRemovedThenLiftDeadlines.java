package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.sealing.Compartment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Understands that what is gone has no deadline, and that what it left behind is due. */
@Component
@ProcessingGroup("when-keys-removed-then-lift-deadlines")
@DisallowReplay
class WhenKeysRemovedThenLiftDeadlines {

    private final KnownPersons persons;
    private final KnownContacts contacts;
    private final KnownDependents dependents;
    private final KnownEvidence evidence;
    private final DeadlineBook deadlines;

    WhenKeysRemovedThenLiftDeadlines(
            KnownPersons persons,
            KnownContacts contacts,
            KnownDependents dependents,
            KnownEvidence evidence,
            DeadlineBook deadlines) {
        this.persons = persons;
        this.contacts = contacts;
        this.dependents = dependents;
        this.evidence = evidence;
        this.deadlines = deadlines;
    }

    @EventHandler
    void on(KeysRemoved removed) {
        var subject = removed.personId();
        persons.lock(subject);
        evidence.forgotten(subject, removed.keys());
        var above = dependents.above(subject);
        if (removed.wholePerson()) {
            persons.erased(subject, removed.on());
            contacts.erased(subject);
            dependents.erased(subject);
        } else {
            persons.forgotten(subject, removed.keys());
            if (removed.keys().stream().anyMatch(key -> key.compartment().equals(Compartment.THIRD_PARTY))) {
                dependents.silenced(subject);
            }
        }
        deadlines.recompute(subject);
        above.forEach(person -> {
            persons.lock(person);
            deadlines.recompute(person);
        });
    }

    /** Who depended on an erased person went in the same run, unless another erasure held their keys. */
    @EventHandler
    void on(RemovalCompleted completed) {
        completed.personIds().stream()
                .flatMap(person -> dependents.below(person).stream())
                .forEach(left -> {
                    persons.lock(left);
                    deadlines.recompute(left);
                });
    }
}
