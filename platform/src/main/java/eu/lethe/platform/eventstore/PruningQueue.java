package eu.lethe.platform.eventstore;

import eu.lethe.contracts.sealing.KeyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands which events are still to be deleted, and tries until none is left: the youngest must wait, and nothing else
 * should wait with them. An order is written down in the transaction that gives a reason for it.
 */
public final class PruningQueue {

    private static final Logger LOG = LoggerFactory.getLogger(PruningQueue.class);
    private static final int AT_ONCE = 100;

    /** Says, in the transaction that deleted the last of them, that nothing is left of what a person's removed keys sealed. */
    public record KeysPruned(UUID erasureId, UUID personId, List<KeyId> keys) {}

    private record Order(
            @Nullable UUID erasureId,
            @Nullable UUID personId,
            List<KeyId> keys,
            @Nullable UUID aggregateId,
            @Nullable Long upTo) {}

    private final JdbcClient database;
    private final Pruning pruning;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher publisher;

    PruningQueue(
            JdbcClient database,
            Pruning pruning,
            TransactionOperations transaction,
            ApplicationEventPublisher publisher) {
        this.database = database;
        this.pruning = pruning;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** Orders the deletion of what these removed keys of a person sealed. */
    public void order(UUID erasureId, UUID personId, Collection<KeyId> keys) {
        order(new Order(erasureId, personId, List.copyOf(keys), null, null));
    }

    /** Orders the deletion of what an aggregate said anew after one of its events. */
    public void orderUpTo(UUID aggregateId, long sequence) {
        order(new Order(null, null, List.of(), aggregateId, sequence));
    }

    /** Orders the deletion of what an aggregate's last event took back. */
    public void orderBeforeLast(UUID aggregateId) {
        order(new Order(null, null, List.of(), aggregateId, null));
    }

    private void order(Order order) {
        database.sql("""
                        insert into pruning (erasure_id, person_id, keys, aggregate_id, up_to)
                        values (:erasure, :person, cast(:keys as text[]), :aggregate, :upTo)
                        on conflict (erasure_id, person_id, aggregate_id) do update set up_to = excluded.up_to""")
                .param("erasure", order.erasureId())
                .param("person", order.personId())
                .param("keys", order.keys().stream().map(KeyId::toString).toArray(String[]::new))
                .param("aggregate", order.aggregateId())
                .param("upTo", order.upTo())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void carryOut() {
        try {
            for (var order : open()) {
                transaction.executeWithoutResult(_ -> carryOut(order));
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("pruning waits: {}", away.getClass().getSimpleName());
        }
    }

    private void carryOut(Order order) {
        if (!prune(order).complete()) {
            return;
        }
        var erasureId = order.erasureId();
        var personId = order.personId();
        if (erasureId != null && personId != null) {
            publisher.publishEvent(new KeysPruned(erasureId, personId, order.keys()));
        }
        database.sql("""
                        delete from pruning
                         where (erasure_id, person_id, aggregate_id, up_to)
                               is not distinct from (:erasure, :person, :aggregate, :upTo)""")
                .param("erasure", order.erasureId())
                .param("person", order.personId())
                .param("aggregate", order.aggregateId())
                .param("upTo", order.upTo())
                .update();
    }

    private Pruned prune(Order order) {
        var aggregateId = order.aggregateId();
        var upTo = order.upTo();
        if (aggregateId == null) {
            return pruning.prune(order.keys());
        }
        return upTo == null ? pruning.pruneBeforeLast(aggregateId) : pruning.pruneUpTo(aggregateId, upTo);
    }

    /** In no order, so that those that have to wait hold up none. */
    private List<Order> open() {
        return database.sql("""
                        select erasure_id, person_id, keys, aggregate_id, up_to from pruning
                         order by random() limit :limit""")
                .param("limit", AT_ONCE)
                .query((row, _) -> order(row))
                .list();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getObject("erasure_id", UUID.class),
                row.getObject("person_id", UUID.class),
                Stream.of((String[]) row.getArray("keys").getArray())
                        .map(KeyId::parse)
                        .toList(),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("up_to", Long.class));
    }
}
