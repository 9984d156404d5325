package eu.lethe.retention.keys;

import com.zaxxer.hikari.HikariDataSource;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.keys.KeyLedger.Entry;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private record Gone(KeyId id, int epoch, OffsetDateTime at) {}

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    // No join: a row that a rotation is rewriting is looked at again once that is committed, and beside another
    // relation PostgreSQL has been seen to pass over such rows.
    private static final String HELD_BY_ERASURE = "person_id = any (?) and erasure_id = ? and state = 'suspended'";

    // The rows of a database that was put back, or were found beside the ledger: no erasure holds them. Whatever a
    // rotation rewrites meanwhile is found again before the next.
    private static final String NAMED = "(person_id, compartment, generation) in (select * from unnest(?, ?, ?))";

    private static final String REVIVED = """
            select person_id, compartment, generation from content_key
              join key_ledger using (person_id, compartment, generation)""";

    private static final String LESSEES = """
            select person_id, compartment, generation, client from lessee
             where (person_id, compartment, generation) in (select * from unnest(?, ?, ?))""";

    /** Who removes keys, and writes that down, does so alone under this name. */
    static final String LEDGER = "lethe.key_ledger";

    private static final Logger LOG = LoggerFactory.getLogger(KeyRemover.class);

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 5;

    private final HikariDataSource asRemover;
    private final LedgerGate gate;
    private final Settlement settlement;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    KeyRemover(
            @Value("${spring.datasource.url}") String url,
            @Value("${lethe.retention.key-remover.username}") String username,
            @Value("${lethe.retention.key-remover.password}") String password,
            LedgerGate gate,
            Settlement settlement,
            MeterRegistry meters) {
        this.asRemover = new HikariDataSource();
        asRemover.setPoolName("key-remover");
        asRemover.setJdbcUrl(url);
        asRemover.setUsername(username);
        asRemover.setPassword(password);
        asRemover.setMaximumPoolSize(2);
        asRemover.setMinimumIdle(0);
        asRemover.setInitializationFailTimeout(-1);
        this.gate = gate;
        this.settlement = settlement;
        this.meters = meters;
    }

    /**
     * Deletes the keys that an erasure has suspended, and writes them into the ledger in the same transaction. When it returns,
     * no older database brings them back; called again, it answers what it had removed.
     *
     * @param on the agency's calendar day
     * @return the persons' removed keys
     * @throws eu.lethe.platform.problem.Problem 503 while the ledger is behind its head, or cannot be settled
     */
    public List<Entry> remove(UUID erasureId, List<Doomed> persons, LocalDate on) {
        gate.require();
        var whole = persons.stream()
                .filter(Doomed::wholePerson)
                .map(Doomed::personId)
                .collect(Collectors.toSet());
        List<Entry> removed = inTurn(LEDGER, connection -> {
            var gone = delete(connection, HELD_BY_ERASURE, statement -> {
                statement.setArray(1, KeyArrays.array(statement, "uuid", persons, Doomed::personId));
                statement.setObject(2, erasureId);
            });
            var leasedBy = leasedBy(connection, gone);
            var head = LedgerRows.last(connection);
            List<LedgerLink> links = new ArrayList<>();
            for (var key : gone) {
                var entry = new Entry(
                        key.id(),
                        erasureId,
                        whole.contains(key.id().personId()),
                        key.epoch(),
                        salt(),
                        on,
                        key.at(),
                        leasedBy.getOrDefault(key.id(), List.of()));
                links.add(LedgerLink.after(head, entry));
                head = links.getLast().head();
            }
            LedgerRows.append(connection, links);
            return LedgerRows.of(
                    connection,
                    erasureId,
                    persons.stream().map(Doomed::personId).toList());
        });
        settle();
        return removed;
    }

    /** Has all that was removed written where no older database reaches, one instance at a time. */
    void settle() {
        var _ = inTurn("lethe.key_ledger.settlement", _ -> {
            settlement.settle();
            return true;
        });
    }

    /** Removes once more what the database was put back without: entries that follow its ledger, in order. */
    void removeAgain(List<LedgerLink> missing) {
        var _ = inTurn(LEDGER, connection -> {
            var head = LedgerRows.last(connection);
            var links =
                    missing.stream().filter(link -> link.place() > head.size()).toList();
            if (links.isEmpty() || !links.getFirst().previous().equals(head.chain())) {
                return false;
            }
            deleteNamed(
                    connection, links.stream().map(link -> link.entry().id()).toList());
            LedgerRows.append(connection, links);
            return true;
        });
    }

    /** Removes keys that have a row although the ledger has them. */
    void removeRevived() {
        var revived = inTurn(LEDGER, connection -> {
            List<KeyId> kids = new ArrayList<>();
            try (var select = connection.prepareStatement(REVIVED);
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    kids.add(KeyArrays.read(rows));
                }
            }
            return kids.isEmpty() ? 0 : deleteNamed(connection, kids);
        });
        if (revived > 0) {
            LOG.warn("{} keys that the ledger calls removed had come back, and were removed again", revived);
        }
    }

    private int deleteNamed(Connection connection, List<KeyId> kids) throws SQLException {
        return delete(connection, NAMED, statement -> KeyArrays.set(statement, 1, kids))
                .size();
    }

    private List<Gone> delete(Connection connection, String which, Parameters parameters) throws SQLException {
        try (var delete = connection.prepareStatement("delete from content_key where " + which
                + " returning person_id, compartment, generation, epoch, now() as at")) {
            parameters.set(delete);
            List<Gone> gone = new ArrayList<>();
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    gone.add(new Gone(
                            KeyArrays.read(rows), rows.getInt("epoch"), rows.getObject("at", OffsetDateTime.class)));
                }
            }
            meters.counter("lethe.retention.keys.removed").increment(gone.size());
            return gone;
        }
    }

    /** Who will be told that the keys are gone: a database that is put back may be older than their leases. */
    private static Map<KeyId, List<String>> leasedBy(Connection connection, List<Gone> gone) throws SQLException {
        try (var select = connection.prepareStatement(LESSEES)) {
            KeyArrays.set(select, 1, gone.stream().map(Gone::id).toList());
            Map<KeyId, List<String>> leasedBy = new HashMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    leasedBy.computeIfAbsent(KeyArrays.read(rows), _ -> new ArrayList<>())
                            .add(rows.getString("client"));
                }
            }
            return leasedBy;
        }
    }

    /**
     * A transaction of the remover's own, of which there is one at a time under a name. A rotation locks rows in an order of its
     * own; whoever is made to give way tries again.
     */
    private <T> T inTurn(String name, Work<T> work) {
        for (var attempt = 1; ; attempt++) {
            try (var connection = asRemover.getConnection()) {
                connection.setAutoCommit(false);
                try (var turn = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
                    turn.setString(1, name);
                    turn.execute();
                    var done = work.with(connection);
                    connection.commit();
                    return done;
                } finally {
                    connection.rollback();
                }
            } catch (SQLException refused) {
                if (!DEADLOCK.equals(refused.getSQLState()) || attempt == ATTEMPTS) {
                    throw new KeysNotRemoved(refused);
                }
            }
        }
    }

    private String salt() {
        var salt = new byte[32];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
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
