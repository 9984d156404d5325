package eu.lethe.retention.epoch;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Understands that a service whose epoch keys were lost must not run as if nothing had happened: it would make keys that
 * open nothing of what is there.
 */
@Component
class WhenStartedThenCheckEpochKeys {

    private final Epochs epochs;
    private final EpochKeyStore store;
    private final WrappedKeys keys;
    private final Escrow escrow;
    private final EpochProperties properties;
    private final HsmProperties hsm;

    WhenStartedThenCheckEpochKeys(
            Epochs epochs,
            EpochKeyStore store,
            WrappedKeys keys,
            Escrow escrow,
            EpochProperties properties,
            HsmProperties hsm) {
        this.epochs = epochs;
        this.store = store;
        this.keys = keys;
        this.escrow = escrow;
        this.properties = properties;
        this.hsm = hsm;
    }

    @EventListener(ContextRefreshedEvent.class)
    void check() {
        if (hsm.library() == null) {
            HsmKeyStore.requireNothingLeft(properties);
        }
        epochs.current().ifPresent(current -> require(current.number()));
        for (var old : epochs.awaitingDestruction()) {
            if (old.emptiedAt() == null && keys.anyIn(old.number())) {
                require(old.number());
            }
        }
        // an older copy of the store, or one from escrow, may hold what was destroyed since
        epochs.destroyedAmong(store.epochs()).forEach(store::destroy);
        escrow.sayWhere();
    }

    private void require(int epoch) {
        if (!opens(epoch)) {
            throw new IllegalStateException(
                    "%s has no key of epoch %d, and without it nothing in this database can be read: if the file was lost, put its copy back; if a hardware security module is configured, look whether its slot is the right one; if the database is older than the last rotation, put a younger copy of the database back"
                            .formatted(store, epoch));
        }
    }

    /** Opened, not only found: a key of that name may be another's. */
    private boolean opens(int epoch) {
        try {
            return store.key(epoch).getAlgorithm().equals("AES");
        } catch (EpochKeyAbsent lost) {
            return false;
        }
    }
}
