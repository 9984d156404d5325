package eu.lethe.retention.epoch;

import eu.lethe.retention.epoch.EscrowInventory.Copy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the current epoch, and begins the next on demand. */
@RestController
@RequestMapping("/api/retention/epochs")
class EpochsResource {

    record Begun(int epoch) {}

    record Current(int current, Instant since, long awaitingDestruction, List<Copy> escrow) {}

    private final Epochs epochs;
    private final Rotation rotation;
    private final EscrowInventory escrow;
    private final JdbcClient database;

    EpochsResource(Epochs epochs, Rotation rotation, EscrowInventory escrow, JdbcClient database) {
        this.epochs = epochs;
        this.rotation = rotation;
        this.escrow = escrow;
        this.database = database;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a new epoch now and destroys those before it; answers when that is done")
    Begun rotate() {
        rotation.rotate();
        return new Begun(current().current());
    }

    @GetMapping
    @Operation(
            summary =
                    "The current epoch, how many removed keys wait for theirs to be destroyed, and the copies in escrow")
    Current current() {
        if (epochs.current().isEmpty()) {
            epochs.begin();
        }
        var current = epochs.current().orElseThrow();
        return new Current(current.number(), current.since(), removedAndKept(), escrow.all());
    }

    private long removedAndKept() {
        return database.sql("""
                        select count(*) from key_ledger
                         where epoch >= (select min(number) from epoch where destroyed_at is null)""").query(Long.class).single();
    }
}
