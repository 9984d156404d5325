package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.platform.rows.Cells;
import eu.lethe.retention.epoch.Epochs.Epoch;
import eu.lethe.retention.epoch.EscrowInventory.Copy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how long removed keys can still be had from backups. A backup holds a key as it was wrapped on its day, in the
 * epoch of its removal or in one before: while any of these lives, whoever has the backup and the epoch's key has the key.
 */
@Component
public class BackupWindow {

    /**
     * What stands between removed keys and their end.
     *
     * @param until when it ends by itself at the latest; null where that is not for the clock to say
     * @param copiesAt the places of escrow that must be reached for it to end: copies there are destroyed first
     */
    public record Window(WaitsFor waitsFor, @Nullable Instant until, List<String> copiesAt) {}

    /**
     * Removed keys that backups still give back.
     *
     * @param epoch in which they were wrapped when they were removed
     * @param keys how many
     * @param until when that ends by itself at the latest; null unless it waits for the rotation
     * @param copiesAt the places of escrow that must be reached for it to end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recoverable(
            int epoch,
            long keys,
            WaitsFor waitsFor,
            @Nullable Instant until,
            List<String> copiesAt) {}

    private record Removed(int epoch, long keys) {}

    /** An epoch that is over and not destroyed yet. */
    record Ending(int epoch, Instant retiredAt, WaitsFor waitsFor) {}

    private final Epochs epochs;
    private final EscrowInventory escrow;
    private final EpochProperties properties;
    private final JdbcClient database;

    BackupWindow(Epochs epochs, EscrowInventory escrow, EpochProperties properties, JdbcClient database) {
        this.epochs = epochs;
        this.escrow = escrow;
        this.properties = properties;
        this.database = database;
    }

    /** What stands between keys that were removed under an epoch and their end; nothing once no backup gives them back. */
    public Optional<Window> of(int epoch) {
        return of(epoch, epochs.living());
    }

    /** Since when no backup gives back what was removed under an epoch, once none does. */
    public Optional<Instant> overSince(int epoch) {
        return database.sql("""
                        select max(destroyed_at) as over_since from epoch where number <= :number
                        having count(*) > 0 and count(destroyed_at) = count(*)""")
                .param("number", epoch)
                .query((row, _) -> Cells.instant(row, "over_since"))
                .optional();
    }

    /** All removed keys that backups still give back. */
    List<Recoverable> recoverable() {
        var living = epochs.living();
        return removedSince(living.stream().mapToInt(Epoch::number).min().orElse(Integer.MAX_VALUE)).stream()
                .flatMap(removed -> of(removed.epoch(), living).stream()
                        .map(window -> new Recoverable(
                                removed.epoch(), removed.keys(), window.waitsFor(), window.until(), window.copiesAt())))
                .toList();
    }

    private List<Removed> removedSince(int epoch) {
        return database.sql("""
                        select epoch, count(*) as keys from key_ledger where epoch >= :epoch
                         group by epoch order by epoch""")
                .param("epoch", epoch)
                .query((row, _) -> new Removed(row.getInt("epoch"), row.getLong("keys")))
                .list();
    }

    /** The epochs that are over and not destroyed yet. */
    List<Ending> ending() {
        return epochs.awaitingDestruction().stream()
                .map(old -> new Ending(old.number(), Objects.requireNonNull(old.retiredAt()), waitsFor(old)))
                .toList();
    }

    private Optional<Window> of(int epoch, List<Epoch> living) {
        // the oldest first: what keeps one that is over from its end has no date
        return living.stream()
                .filter(one -> one.number() <= epoch)
                .findFirst()
                .map(one -> new Window(
                        waitsFor(one),
                        one.retiredAt() == null ? properties.endOf(one.since()) : null,
                        copiesAt(epoch)));
    }

    private List<String> copiesAt(int epoch) {
        return escrow.left().stream()
                .filter(copy -> copy.epoch() <= epoch)
                .map(Copy::place)
                .distinct()
                .sorted()
                .toList();
    }

    private WaitsFor waitsFor(Epoch living) {
        if (living.retiredAt() == null) {
            return WaitsFor.ROTATION;
        }
        if (living.emptiedAt() == null) {
            return WaitsFor.WRAPPING;
        }
        return escrow.left().stream().anyMatch(copy -> copy.epoch() == living.number())
                ? WaitsFor.ESCROW
                : WaitsFor.DESTRUCTION;
    }
}
