package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.retention.epoch.LedgerHead;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger that was begun without places and hashes is given them as the service would have. */
class LedgerMigrationIT {

    private static final String REMOVED = """
            insert into key_ledger (person_id, compartment, generation, erasure_id, whole_person, epoch, salt,
                                    removed_on, removed_at)
            select gen_random_uuid(), 'identity', 1, gen_random_uuid(), number = 2, 3, sha256('salt'),
                   '2026-11-28', timestamptz '2026-11-28 10:11:12.123456+01'
              from generate_series(1, 3) number""";

    @Test
    void entries_of_before_verify_afterwards() throws SQLException {
        var database = TestInfrastructure.freshDatabase("retention");
        var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
        var flyway = Flyway.configure().dataSource(source).locations("classpath:db/platform", "classpath:db/migration");
        flyway.target("130").load().migrate();
        try (var remover = DriverManager.getConnection(database.url(), "lethe_key_remover", database.password());
                var sql = remover.createStatement()) {
            sql.execute(REMOVED);
        }

        flyway.target("latest").load().migrate();

        assertThat(new KeyLedger(new JdbcTemplate(source)).verified())
                .map(LedgerHead::size)
                .contains(3L);
    }
}
