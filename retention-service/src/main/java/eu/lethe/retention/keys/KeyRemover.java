package eu.lethe.retention.keys;

import com.zaxxer.hikari.HikariDataSource;
import eu.lethe.retention.keys.KeyLedger.Entry;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Understands how a key ceases to exist. The one method that deletes keys, on a connection of the one role that may; a
 * build rule and the database keep it so.
 */
@Component
public class KeyRemover implements DisposableBean {

    /**
     * A person whose keys are to go.
     *
     * @param wholePerson whether nothing but the evidence of consents and rights is left afterwards
     */
    public record Doomed(UUID personId, boolean wholePerson) {}

    // No join: a row that a rotation is rewriting is looked at again once that is committed, and beside another
    // relation
    // PostgreSQL has been seen to pass over such rows.
    private static final String DELETE = """
            with gone as (
                delete from content_key
                 where person_id = any (?) and erasure_id = ? and state = 'suspended'
                returning person_id, compartment, generation, epoch
            )
            insert into key_ledger
                   (person_id, compartment, generation, erasure_id, whole_person, epoch, salt, removed_on, removed_at)
            select person_id, compartment, generation, ?, person_id = any (?), epoch,
                   sha256(? || convert_to(person_id || compartment || generation, 'UTF8')), ?, now()
              from gone""";

    private static final String REMOVED = "select " + KeyLedger.COLUMNS
            + " from key_ledger where erasure_id = ? and person_id = any (?) order by entry";

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 5;

    private final HikariDataSource asRemover;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    KeyRemover(
            @Value("${spring.datasource.url}") String url,
            @Value("${lethe.retention.key-remover.username}") String username,
            @Value("${lethe.retention.key-remover.password}") String password,
            MeterRegistry meters) {
        this.asRemover = new HikariDataSource();
        asRemover.setPoolName("key-remover");
        asRemover.setJdbcUrl(url);
        asRemover.setUsername(username);
        asRemover.setPassword(password);
        asRemover.setMaximumPoolSize(2);
        asRemover.setMinimumIdle(0);
        asRemover.setInitializationFailTimeout(-1);
        this.meters = meters;
    }

    /**
     * Deletes the keys that an erasure has suspended, and writes them into the ledger in the same statement. Durable when it
     * returns; called again, it answers what it had removed.
     *
     * @param on the agency's calendar day
     * @return the persons' removed keys
     */
    public List<Entry> remove(UUID erasureId, List<Doomed> persons, LocalDate on) {
        for (var attempt = 1; ; attempt++) {
            try (var connection = asRemover.getConnection()) {
                delete(connection, erasureId, persons, on);
                return removed(connection, erasureId, persons);
            } catch (SQLException refused) {
                // a rotation locks rows in an order of its own; whoever is made to give way tries again
                if (!DEADLOCK.equals(refused.getSQLState()) || attempt == ATTEMPTS) {
                    throw new KeysNotRemoved(refused);
                }
            }
        }
    }

    private void delete(Connection connection, UUID erasureId, List<Doomed> persons, LocalDate on) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, KeyArrays.array(delete, "uuid", persons, Doomed::personId));
            delete.setObject(2, erasureId);
            delete.setObject(3, erasureId);
            delete.setArray(
                    4,
                    KeyArrays.array(
                            delete,
                            "uuid",
                            persons.stream().filter(Doomed::wholePerson).toList(),
                            Doomed::personId));
            delete.setBytes(5, secret());
            delete.setObject(6, on);
            meters.counter("lethe.retention.keys.removed").increment(delete.executeUpdate());
        }
    }

    private static List<Entry> removed(Connection connection, UUID erasureId, List<Doomed> persons)
            throws SQLException {
        try (var select = connection.prepareStatement(REMOVED)) {
            select.setObject(1, erasureId);
            select.setArray(2, KeyArrays.array(select, "uuid", persons, Doomed::personId));
            return entries(select.executeQuery());
        }
    }

    /** One secret for each batch, from which the salts of its keys are derived; it is kept nowhere. */
    private byte[] secret() {
        var secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }

    private static List<Entry> entries(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(KeyLedger.row(rows, entries.size()));
        }
        return entries;
    }

    @Override
    public void destroy() {
        asRemover.close();
    }

    /** Understands that the database did not remove keys; nothing was removed then. */
    static final class KeysNotRemoved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeysNotRemoved(@Nullable SQLException cause) {
            super("keys were not removed", cause);
        }
    }
}
