package eu.lethe.cases.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.sealing.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands that unreadable events are deleted. The order is written down here and carried out by {@link
 * PruningOrders}, since the youngest rows must wait and no other message should wait with them.
 */
@Component
final class WhenPruningOrderedThenPruneEvents implements Automation<PruningOrdered> {

    private final JdbcClient database;

    WhenPruningOrderedThenPruneEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Class<PruningOrdered> event() {
        return PruningOrdered.class;
    }

    @Override
    public void when(PruningOrdered ordered) {
        database.sql("""
                        insert into pruning_order (erasure_id, person_id, keys)
                        values (:erasure, :person, cast(:keys as text[])) on conflict do nothing""")
                .param("erasure", ordered.erasureId())
                .param("person", ordered.personId())
                .param("keys", ordered.keys().stream().map(KeyId::toString).toArray(String[]::new))
                .update();
    }
}
