package eu.lethe.consents.erasure;

import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that nobody reads about a person in the grace period, although the evidence has a key of its own. */
@Component
class WhenPersonIsSuspendedThenHideTheirConsents implements Subscription {

    private final Persons persons;

    WhenPersonIsSuspendedThenHideTheirConsents(Persons persons) {
        this.persons = persons;
    }

    @Override
    public String consumer() {
        return "person-suspended";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PersonSuspended.class, PersonRestored.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonSuspended suspended
            when suspended.wholePerson() ->
                persons.suspended(suspended.personId(), suspended.erasureId(), suspended.graceEndsAt());
            case PersonRestored restored -> persons.restored(restored.personId(), restored.erasureId());
            default -> {
                // a suspended compartment refuses its key, which says enough
            }
        }
    }
}
