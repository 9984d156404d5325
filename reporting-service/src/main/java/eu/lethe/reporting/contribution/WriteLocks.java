package eu.lethe.reporting.contribution;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands who may write when. One writer at a time per person, whether or not the person has a row yet: otherwise a
 * count under way could bring back what an erasure has just deleted. A rebuild has the figures for itself. What a transaction holds
 * it does not ask for again.
 */
@Component
public class WriteLocks {

    /** Any number, as long as nobody else in this database takes it. */
    private static final long FIGURES = 0x1E7EL;

    private final JdbcClient database;

    WriteLocks(JdbcClient database) {
        this.database = database;
    }

    /** Until the end of the transaction, nobody rebuilds. */
    void takeNone() {
        take(List.of());
    }

    /** Until the end of the transaction, nobody else counts for these persons, forgets them, or rebuilds. */
    void take(Collection<UUID> personIds) {
        var held = held();
        if (held.everything) {
            return;
        }
        if (!held.figures) {
            database.sql("select pg_advisory_xact_lock_shared(?)")
                    .param(FIGURES)
                    .query(_ -> {});
            held.figures = true;
        }
        var missing = personIds.stream()
                .filter(held.persons::add)
                .sorted()
                .map(UUID::toString)
                .toArray(String[]::new);
        if (missing.length > 0) {
            // in the order in which they are given
            database.sql("select pg_advisory_xact_lock(hashtextextended(person, 0)) from unnest(?) as person")
                    .param(missing)
                    .query(_ -> {});
        }
    }

    /** Until the end of the transaction, nobody else counts or forgets. */
    public void takeAll() {
        database.sql("select pg_advisory_xact_lock(?)").param(FIGURES).query(_ -> {});
        held().everything = true;
    }

    private Held held() {
        var held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.registerSynchronization(held);
            TransactionSynchronizationManager.bindResource(this, held);
        }
        return held;
    }

    private final class Held implements TransactionSynchronization {

        private final Set<UUID> persons = new HashSet<>();
        private boolean figures;
        private boolean everything;

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(WriteLocks.this);
        }
    }
}
