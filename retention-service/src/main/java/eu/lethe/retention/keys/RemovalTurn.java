package eu.lethe.retention.keys;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands that erasures count, remove and are spared one at a time, over all instances. */
@Component
public class RemovalTurn {

    /** The number means nothing. */
    private static final long LOCK = 0x4C65746865L;

    private final JdbcClient database;

    RemovalTurn(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else have a turn until this transaction ends. */
    public void take() {
        database.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
    }

    /**
     * The same, once nothing that was decided on before can still be removed: not either by a remover whose service died meanwhile,
     * and whose last word the database still carries out.
     */
    public void afterRemovals() {
        take();
        database.sql("select pg_advisory_xact_lock(hashtext(:ledger))")
                .param("ledger", KeyRemover.LEDGER)
                .query(_ -> {});
    }
}
