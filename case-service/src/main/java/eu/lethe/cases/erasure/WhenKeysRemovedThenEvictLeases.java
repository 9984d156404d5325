package eu.lethe.cases.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.LeasedKeys;
import org.springframework.stereotype.Component;

/** Understands that removed keys are used no longer, in whichever instance holds them. */
@Component
final class WhenKeysRemovedThenEvictLeases extends RetentionSubscription<KeysRemoved> {

    private final LeasedKeys keys;

    WhenKeysRemovedThenEvictLeases(LeasedKeys keys) {
        super("leases-removed", KeysRemoved.class);
        this.keys = keys;
    }

    @Override
    public Delivery delivery() {
        return Delivery.EVERY_INSTANCE;
    }

    @Override
    void on(KeysRemoved removed) {
        keys.evict(
                removed.personId(),
                removed.keys().stream().map(KeyId::compartment).distinct().toList());
    }
}
