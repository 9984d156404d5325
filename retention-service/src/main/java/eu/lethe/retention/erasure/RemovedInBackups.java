package eu.lethe.retention.erasure;

import eu.lethe.retention.epoch.BackupWindow;
import eu.lethe.retention.epoch.BackupWindow.Window;
import eu.lethe.retention.epoch.EpochProperties;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Extent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands how long backups still give back what an erasure removed, and when it asks for an end to that. */
@Component
class RemovedInBackups {

    private final KeyLedger ledger;
    private final BackupWindow backups;
    private final EpochProperties properties;

    RemovedInBackups(KeyLedger ledger, BackupWindow backups, EpochProperties properties) {
        this.ledger = ledger;
        this.backups = backups;
        this.properties = properties;
    }

    /** Nothing before a key was removed. */
    Optional<InBackups> of(ErasureHistory history) {
        return history.removed() == 0
                ? Optional.empty()
                : ledger.extentOf(history.inLedger()).map(extent -> of(history, extent));
    }

    private InBackups of(ErasureHistory history, Extent extent) {
        return backups.of(extent.lastEpoch())
                .map(window ->
                        new InBackups(true, window.waitsFor(), until(history, extent, window), window.copiesAt(), null))
                .orElseGet(() -> new InBackups(
                        false,
                        null,
                        null,
                        List.of(),
                        backups.overSince(extent.lastEpoch()).orElse(null)));
    }

    /** When an erasure that nothing else keeps from its certificate has the epoch rotated. */
    Instant rotationDueAt(Extent extent) {
        return extent.firstAt().plus(properties.destroyRemovedWithin());
    }

    private @Nullable Instant until(ErasureHistory history, Extent extent, Window window) {
        var end = window.until();
        var due = rotationDueAt(extent);
        // before it is pruned, and while it is paused, it rotates nothing
        var bringsForward = history.state() == ErasureState.PRUNED && !history.paused();
        return end != null && bringsForward && due.isBefore(end) ? due : end;
    }
}
