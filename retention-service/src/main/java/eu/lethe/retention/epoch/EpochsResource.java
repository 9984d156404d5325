package eu.lethe.retention.epoch;

import eu.lethe.retention.epoch.BackupWindow.Ending;
import eu.lethe.retention.epoch.BackupWindow.Recoverable;
import eu.lethe.retention.epoch.EscrowInventory.Copy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the current epoch, what backups still give back, and begins the next epoch on demand. */
@RestController
@RequestMapping("/api/retention/epochs")
class EpochsResource {

    /**
     * The epoch that was begun.
     *
     * @param ending those before it that could not be destroyed at once; none where all went well
     */
    record Begun(int epoch, List<Ending> ending) {}

    /**
     * The epoch that new keys are wrapped in.
     *
     * @param endsAt when the next takes its place by itself; an erasure may bring that forward
     * @param store where its key lies
     * @param awaitingDestruction how many removed keys backups still give back, all together
     * @param recoverable the same by the epoch in which they were removed
     * @param ending the epochs that are over and not destroyed yet
     * @param escrow every copy that was ever to be kept
     */
    record Current(
            int current,
            Instant since,
            Instant endsAt,
            StoreKind store,
            long awaitingDestruction,
            List<Recoverable> recoverable,
            List<Ending> ending,
            List<Copy> escrow) {}

    private final Epochs epochs;
    private final Rotation rotation;
    private final BackupWindow backups;
    private final EscrowInventory escrow;
    private final EpochKeyStore store;
    private final EpochProperties properties;

    EpochsResource(
            Epochs epochs,
            Rotation rotation,
            BackupWindow backups,
            EscrowInventory escrow,
            EpochKeyStore store,
            EpochProperties properties) {
        this.epochs = epochs;
        this.rotation = rotation;
        this.backups = backups;
        this.escrow = escrow;
        this.store = store;
        this.properties = properties;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Begins a new epoch now and destroys those before it; answers when that is done, or which must wait")
    Begun rotate() {
        rotation.rotate();
        return new Begun(epochs.current().orElseThrow().number(), backups.ending());
    }

    @GetMapping
    @Operation(
            summary =
                    "The current epoch, which removed keys backups still give back and until when, and the copies in escrow")
    Current current() {
        if (epochs.current().isEmpty()) {
            epochs.begin();
        }
        var current = epochs.current().orElseThrow();
        var recoverable = backups.recoverable();
        return new Current(
                current.number(),
                current.since(),
                properties.endOf(current.since()),
                store.kind(),
                recoverable.stream().mapToLong(Recoverable::keys).sum(),
                recoverable,
                backups.ending(),
                escrow.all());
    }
}
