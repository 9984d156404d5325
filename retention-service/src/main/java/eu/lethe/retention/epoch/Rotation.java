package eu.lethe.retention.epoch;

import eu.lethe.retention.epoch.Epochs.Epoch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Understands how one epoch follows another: the surviving keys are wrapped in the new one, then the old key is destroyed.
 * It can stop at any point and be taken up again: the new key exists before a row points to it, and the old one is destroyed
 * only when no row does.
 */
@Component
public class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final Epochs epochs;
    private final EpochKeyStore store;
    private final Escrow escrow;
    private final WrappedKeys keys;
    private final MeterRegistry meters;
    private final Clock wall = Clock.systemUTC();
    private final EpochProperties properties;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Rotation(
            Epochs epochs,
            EpochKeyStore store,
            Escrow escrow,
            WrappedKeys keys,
            EpochProperties properties,
            MeterRegistry meters) {
        this.epochs = epochs;
        this.store = store;
        this.escrow = escrow;
        this.keys = keys;
        this.properties = properties;
        this.meters = meters;
    }

    /** Begins a new epoch and destroys all before it. */
    public void rotate() {
        keys.requireComplete();
        oneAtATime.lock();
        try {
            begin();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Takes up a rotation that was interrupted, and begins one when the current epoch has lasted its time. */
    public void keepUp() {
        if (!keys.complete()) {
            return;
        }
        oneAtATime.lock();
        try {
            var current = epochs.current();
            current.map(Epoch::number).ifPresent(escrow::keep);
            if (!epochs.awaitingDestruction().isEmpty()) {
                finish();
            }
            if (current.isPresent() && properties.endOf(current.get().since()).isBefore(wall.instant())) {
                begin();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void begin() {
        epochs.advance();
        epochs.current().map(Epoch::number).ifPresent(escrow::keep);
        finish();
    }

    private void finish() {
        meters.timer("lethe.retention.epochs.rotation").record(() -> {
            var awaiting = epochs.awaitingDestruction();
            if (awaiting.stream().anyMatch(old -> old.emptiedAt() == null)) {
                LOG.info("{} keys were wrapped anew", keys.wrapInCurrentEpoch());
                // another instance may have begun the next epoch meanwhile, and is wrapping
                awaiting.stream()
                        .map(Epoch::number)
                        .filter(old -> !keys.anyIn(old))
                        .forEach(epochs::emptied);
            }
            for (var old : epochs.awaitingDestruction()) {
                if (old.emptiedAt() != null && escrow.destroy(old.number())) {
                    store.destroy(old.number());
                    epochs.destroyed(old.number());
                    LOG.info("epoch {} destroyed", old.number());
                }
            }
        });
    }
}
