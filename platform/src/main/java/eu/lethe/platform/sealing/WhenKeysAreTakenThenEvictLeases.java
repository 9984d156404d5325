package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;

/** Understands that suspended or removed keys are used no longer, in whichever instance holds them. */
final class WhenKeysAreTakenThenEvictLeases implements Subscription {

    private final LeasedKeys keys;

    WhenKeysAreTakenThenEvictLeases(LeasedKeys keys) {
        this.keys = keys;
    }

    @Override
    public String consumer() {
        return "key-leases";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PersonSuspended.class, KeysRemoved.class);
    }

    @Override
    public Delivery delivery() {
        return Delivery.EVERY_INSTANCE;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonSuspended suspended -> keys.evict(suspended.personId(), suspended.compartments());
            case KeysRemoved removed ->
                keys.evict(
                        removed.personId(),
                        removed.keys().stream()
                                .map(KeyId::compartment)
                                .distinct()
                                .toList());
            default -> {}
        }
    }
}
