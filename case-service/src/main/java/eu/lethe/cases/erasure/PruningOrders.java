package eu.lethe.cases.erasure;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.eventstore.Pruning;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Understands which persons' unreadable events are still to be deleted, and tries until none is left. */
@Component
class PruningOrders {

    private static final Logger LOG = LoggerFactory.getLogger(PruningOrders.class);
    private static final int AT_ONCE = 100;

    private record PruningOrder(UUID erasureId, UUID personId, List<KeyId> keys) {}

    private final JdbcClient database;
    private final Pruning pruning;
    private final ErasureConfirmations confirmations;
    private final TransactionOperations transaction;

    PruningOrders(
            JdbcClient database,
            Pruning pruning,
            ErasureConfirmations confirmations,
            TransactionOperations transaction) {
        this.database = database;
        this.pruning = pruning;
        this.confirmations = confirmations;
        this.transaction = transaction;
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

    private void carryOut(PruningOrder order) {
        if (pruning.prune(order.keys()).complete()) {
            confirmations.confirm(order.erasureId(), order.personId(), Phase.PRUNED);
            database.sql("delete from pruning_order where erasure_id = :erasure and person_id = :person")
                    .param("erasure", order.erasureId())
                    .param("person", order.personId())
                    .update();
        }
    }

    private List<PruningOrder> open() {
        return database.sql("select erasure_id, person_id, keys from pruning_order order by random() limit :limit")
                .param("limit", AT_ONCE)
                .query((row, _) -> new PruningOrder(
                        row.getObject("erasure_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        Stream.of((String[]) row.getArray("keys").getArray())
                                .map(KeyId::parse)
                                .toList()))
                .list();
    }
}
