package eu.lethe.cases.search;

import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that nobody finds a person whose identity is suspended, in whichever instance they search. */
@Component
final class WhenIdentityIsSuspendedThenLeaveIndex implements Subscription {

    private final NameIndex index;
    private final NameIndexing indexing;
    private final Persons persons;

    WhenIdentityIsSuspendedThenLeaveIndex(NameIndex index, NameIndexing indexing, Persons persons) {
        this.index = index;
        this.indexing = indexing;
        this.persons = persons;
    }

    @Override
    public String consumer() {
        return "names-suspended";
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
    public Delivery delivery() {
        return Delivery.EVERY_INSTANCE;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonSuspended suspended
            when suspended.compartments().contains(Compartment.IDENTITY) -> index.remove(suspended.personId());
            case PersonRestored restored -> putBack(restored.personId());
            default -> {}
        }
    }

    /** A whole person comes back with the event that shows them again; this is for an identity suspended alone. */
    private void putBack(UUID personId) {
        persons.find(personId).filter(person -> !person.suspended()).ifPresent(indexing::index);
    }
}
