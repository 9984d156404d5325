package eu.lethe.reporting.contribution;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands who may write when. One writer at a time per person, whether or not the person has a row yet: otherwise a
 * count under way could bring back what an erasure has just deleted. A rebuild has the figures for itself.
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
        database.sql("select pg_advisory_xact_lock_shared(?)").param(FIGURES).query(_ -> {});
        personIds.stream()
                .distinct()
                .sorted()
                .forEach(person -> database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(person.toString())
                        .query(_ -> {}));
    }

    /** Until the end of the transaction, nobody else counts or forgets. */
    public void takeAll() {
        database.sql("select pg_advisory_xact_lock(?)").param(FIGURES).query(_ -> {});
    }
}
