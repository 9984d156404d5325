package eu.lethe.retention.deadline;

import eu.lethe.embedded.TestInfrastructure;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What retention-service has heard, in a database of its own without the service around it; and what looking it up costs there. */
final class KnownThings {

    final JdbcClient database;
    final KnownPersons persons;
    final KnownContacts contacts;
    final KnownDependents dependents;
    final KnownFacts facts;
    private final TransactionTemplate transaction;

    KnownThings() {
        var address = TestInfrastructure.freshDatabase("retention");
        var source = new SingleConnectionDataSource(address.url(), address.username(), address.password(), true);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
        database = JdbcClient.create(source);
        persons = new KnownPersons(database);
        contacts = new KnownContacts(database);
        dependents = new KnownDependents(database);
        facts = new KnownFacts(database, new KnownEvidence(database));
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** In a transaction. */
    <T> T together(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    /** In a transaction. */
    void together(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    /** How many rows were read for something, whether it needed them or not. */
    long rowsReadBy(Runnable work) {
        return together(() -> {
            var before = rowsRead();
            work.run();
            return rowsRead() - before;
        });
    }

    private long rowsRead() {
        return database.sql("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables""").query(Long.class).single();
    }
}
