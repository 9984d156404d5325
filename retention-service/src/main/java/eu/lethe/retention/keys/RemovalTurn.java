package eu.lethe.retention.keys;

import java.util.UUID;
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

    /** Lets nobody else decide whether an erasure goes on until this transaction ends. Taken before a turn, never within one. */
    public void toDecideOn(UUID erasureId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:erasure, :lock))")
                .param("erasure", erasureId.toString())
                .param("lock", LOCK)
                .query(_ -> {});
    }

    /**
     * The same as {@link #take}, once nothing that was decided on before can still be removed: not either by a remover whose service died meanwhile,
     * and whose last word the database still carries out.
     */
    public void afterRemovals() {
        take();
        database.sql("select pg_advisory_xact_lock(hashtext(:ledger))")
                .param("ledger", KeyRemover.LEDGER)
                .query(_ -> {});
    }
}
