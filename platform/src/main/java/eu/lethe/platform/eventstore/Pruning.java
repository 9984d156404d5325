package eu.lethe.platform.eventstore;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.eventstore.SealedUnder.Holding;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands how to delete what nobody can read any more. An event is unreadable when it seals something and every key
 * it is sealed under was removed; an event that seals nothing (a tombstone) stays, and so does one that another person's
 * key still opens.
 */
public final class Pruning {

    private final JdbcClient database;
    private final SealedUnder sealedUnder;
    private final TransactionOperations transaction;
    private final Cache aggregates;
    private final Duration gapTimeout;

    Pruning(
            JdbcClient database,
            SealedUnder sealedUnder,
            TransactionOperations transaction,
            Cache aggregates,
            Duration gapTimeout) {
        this.database = database;
        this.sealedUnder = sealedUnder;
        this.transaction = transaction;
        this.aggregates = aggregates;
        this.gapTimeout = gapTimeout;
    }

    /**
     * Deletes the events that are unreadable now, of whichever aggregate, and the snapshots of those aggregates. The keys are
     * remembered, so that an event sealed under several persons' keys goes with the last of them; where no event seals
     * anything, nothing is left to say who was erased.
     *
     * @param removed keys whose removal was ordered
     * @return whether the caller must come back: see {@link Pruned#complete()}
     */
    public Pruned prune(Collection<KeyId> removed) {
        if (sealedUnder.isEmpty()) {
            return new Pruned(0, 0);
        }
        var persons = removed.stream().map(KeyId::personId).collect(Collectors.toSet());
        var ids = sealedUnder.aggregatesOf(persons).toArray(String[]::new);
        var pruned = transaction.execute(_ -> {
            remember(removed);
            return deleteUnreadable(persons, ids);
        });
        for (var id : ids) {
            aggregates.remove(id);
        }
        return pruned;
    }

    /**
     * Deletes what an aggregate's last event took back: every earlier event of it that seals something, though the keys live.
     * The last event stays, whatever it seals, and says why.
     *
     * @return whether the caller must come back: see {@link Pruned#complete()}
     */
    public Pruned pruneBeforeLast(UUID aggregateId) {
        return pruneIn(aggregateId, """
                select aggregate_identifier, global_index, recorded_at, payload from domain_event as event
                 where aggregate_identifier = ?
                   and exists (select 1 from domain_event as later
                                where later.aggregate_identifier = event.aggregate_identifier
                                  and later.sequence_number > event.sequence_number)""");
    }

    /**
     * Deletes what later events of an aggregate say anew, sealed under other keys: every event of it up to this one that seals
     * something.
     *
     * @param sequence the last event's that was said anew
     * @return whether the caller must come back: see {@link Pruned#complete()}
     */
    public Pruned pruneUpTo(UUID aggregateId, long sequence) {
        return pruneIn(aggregateId, """
                select aggregate_identifier, global_index, recorded_at, payload from domain_event
                 where aggregate_identifier = ? and sequence_number <= ?""", sequence);
    }

    private Pruned pruneIn(UUID aggregateId, String outdated, Object... further) {
        var id = aggregateId.toString();
        var pruned = transaction.execute(_ -> delete(
                database.sql(outdated).param(id).params(further).query((row, _) -> stored(row)).list().stream()
                        .filter(event -> !event.keys().isEmpty())
                        .toList(),
                new String[] {id}));
        aggregates.remove(id);
        return pruned;
    }

    private void remember(Collection<KeyId> removed) {
        database.sql("insert into removed_key (key_id) select unnest(?) on conflict do nothing")
                .param(removed.stream().map(KeyId::toString).toArray(String[]::new))
                .update();
    }

    private Pruned deleteUnreadable(Set<UUID> persons, String[] aggregateIds) {
        var stored = storedIn(aggregateIds);
        var removed = removedAmong(
                stored.stream().flatMap(event -> event.keys().stream()).collect(Collectors.toSet()));
        var unreadable = stored.stream()
                .filter(event -> !event.keys().isEmpty() && removed.containsAll(event.keys()))
                .toList();
        var pruned = delete(unreadable, aggregateIds);
        if (pruned.complete()) {
            forgetWhatIsNotHeld(persons, aggregateIds, stored, removed);
        }
        return pruned;
    }

    /** What a person's living keys still open is held; the rest need not be looked at again. */
    private void forgetWhatIsNotHeld(
            Set<UUID> persons, String[] aggregateIds, List<StoredEvent> stored, Set<String> removed) {
        var held = stored.stream()
                .flatMap(event -> event.keys().stream()
                        .filter(key -> !removed.contains(key))
                        .map(key -> Holding.of(key, event.aggregateId())))
                .collect(Collectors.toSet());
        sealedUnder.forget(persons.stream()
                .flatMap(person -> Stream.of(aggregateIds).map(id -> new Holding(person, id)))
                .filter(holding -> !held.contains(holding))
                .toList());
    }

    private Pruned delete(List<StoredEvent> events, String[] aggregateIds) {
        var youngest = GenericEventMessage.clock.instant().minus(gapTimeout);
        var old = events.stream()
                .filter(event -> event.recordedAt().isBefore(youngest))
                .map(StoredEvent::globalIndex)
                .toArray(Long[]::new);
        database.sql("delete from domain_event where global_index = any(?)")
                .param(old)
                .update();
        database.sql("delete from snapshot_event where aggregate_identifier = any(?)")
                .param(aggregateIds)
                .update();
        return new Pruned(old.length, events.size() - old.length);
    }

    private List<StoredEvent> storedIn(String[] aggregateIds) {
        return database.sql("""
                select aggregate_identifier, global_index, recorded_at, payload from domain_event
                 where aggregate_identifier = any(?)""")
                .param(aggregateIds)
                .query((row, _) -> stored(row))
                .list();
    }

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("aggregate_identifier"),
                row.getLong("global_index"),
                Cells.instant(row, "recorded_at"),
                SealedKeys.in(row.getBytes("payload")));
    }

    private Set<String> removedAmong(Set<String> keys) {
        return database.sql("select key_id from removed_key where key_id = any(?)")
                .param(keys.toArray(String[]::new))
                .query((row, _) -> row.getString("key_id"))
                .set();
    }

    private record StoredEvent(String aggregateId, long globalIndex, Instant recordedAt, Set<String> keys) {}
}
