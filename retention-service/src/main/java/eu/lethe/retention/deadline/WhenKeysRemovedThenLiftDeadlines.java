package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.sealing.KeyId;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Understands that what is gone has no deadline. */
@Component
@ProcessingGroup("when-keys-removed-then-lift-deadlines")
@DisallowReplay
class WhenKeysRemovedThenLiftDeadlines {

    private final KnownPersons persons;
    private final DeadlineBook deadlines;

    WhenKeysRemovedThenLiftDeadlines(KnownPersons persons, DeadlineBook deadlines) {
        this.persons = persons;
        this.deadlines = deadlines;
    }

    @EventHandler
    void on(KeysRemoved removed) {
        persons.lock(removed.personId());
        if (removed.wholePerson()) {
            persons.erased(removed.personId());
        } else {
            persons.forgotten(
                    removed.personId(),
                    removed.keys().stream().map(KeyId::compartment).collect(Collectors.toSet()));
        }
        deadlines.recompute(removed.personId());
    }
}
