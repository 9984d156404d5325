package eu.lethe.cases.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.platform.sealing.LeasedKeys;
import org.springframework.stereotype.Component;

/** Understands that suspended keys are used no longer, in whichever instance holds them. */
@Component
final class WhenPersonSuspendedThenEvictLeases extends RetentionSubscription<PersonSuspended> {

    private final LeasedKeys keys;

    WhenPersonSuspendedThenEvictLeases(LeasedKeys keys) {
        super("leases-suspended", PersonSuspended.class);
        this.keys = keys;
    }

    @Override
    public Delivery delivery() {
        return Delivery.EVERY_INSTANCE;
    }

    @Override
    void on(PersonSuspended suspended) {
        keys.evict(suspended.personId(), suspended.compartments());
    }
}
