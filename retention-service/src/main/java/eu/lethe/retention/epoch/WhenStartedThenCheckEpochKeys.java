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

    WhenStartedThenCheckEpochKeys(Epochs epochs, EpochKeyStore store, WrappedKeys keys) {
        this.epochs = epochs;
        this.store = store;
        this.keys = keys;
    }

    @EventListener(ContextRefreshedEvent.class)
    void check() {
        epochs.current().ifPresent(current -> require(current.number()));
        for (var old : epochs.awaitingDestruction()) {
            if (keys.anyIn(old.number())) {
                require(old.number());
            }
        }
    }

    private void require(int epoch) {
        if (!store.epochs().contains(epoch)) {
            throw new IllegalStateException(
                    "%s has no key of epoch %d, and without it nothing in this database can be read: if the file was lost, put its copy back; if the database is older than the last rotation, put a younger copy of the database back"
                            .formatted(store, epoch));
        }
    }
}
