package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.WrappedKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Understands how all keys move from one epoch to the next: in batches, each a transaction. */
@Component
class KeysInEpochs implements WrappedKeys {

    private static final KeyId BEFORE_ALL = new KeyId(new UUID(0, 0), new Compartment("aa"), 1);

    private static final int ATTEMPTS = 5;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Epochs epochs;
    private final EpochKeyStore store;
    private final LedgerGate gate;
    private final KeyRemover remover;
    private final int batch;

    KeysInEpochs(
            JdbcTemplate database,
            TransactionTemplate transaction,
            Epochs epochs,
            EpochKeyStore store,
            LedgerGate gate,
            KeyRemover remover,
            @Value("${lethe.retention.epochs.batch:5000}") int batch) {
        this.database = database;
        this.transaction = transaction;
        this.epochs = epochs;
        this.store = store;
        this.gate = gate;
        this.remover = remover;
        this.batch = batch;
    }

    @Override
    public boolean complete() {
        return gate.open();
    }

    @Override
    public void requireComplete() {
        gate.require();
    }

    @Override
    public long wrapInCurrentEpoch() {
        gate.require();
        remover.removeRevived();
        long wrapped = 0;
        @Nullable KeyId last = BEFORE_ALL;
        while (last != null) {
            var after = last;
            var rows = wrapNextUnlessInTheWay(after);
            wrapped += rows.size();
            last = rows.size() < batch ? null : rows.getLast().id();
        }
        return wrapped;
    }

    /** A removal locks rows in an order of its own; when this rotation is made to give way, it tries again. */
    private List<StoredKey> wrapNextUnlessInTheWay(KeyId after) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> wrapNext(after));
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == ATTEMPTS) {
                    throw deadlock;
                }
            }
        }
    }

    private List<StoredKey> wrapNext(KeyId after) {
        var current = epochs.forWriting();
        var rows = database.query(
                """
                        select person_id, compartment, generation, wrapped, epoch, state from content_key
                         where (person_id, compartment, generation) > (?, ?, ?) and epoch <> ? and""" + ContentKeys.NOT_REMOVED + """
                         order by person_id, compartment, generation limit ? for update""",
                statement -> {
                    statement.setObject(1, after.personId());
                    statement.setString(2, after.compartment().code());
                    statement.setInt(3, after.generation());
                    statement.setInt(4, current);
                    statement.setInt(5, batch);
                },
                ContentKeys::row);
        if (!rows.isEmpty()) {
            update(rows, current);
        }
        return rows;
    }

    private void update(List<StoredKey> rows, int current) {
        var target = Wrapping.in(store, current);
        Map<Integer, Wrapping> sources = new HashMap<>();
        var kids = rows.stream().map(StoredKey::id).toList();
        var wrapped = rows.stream()
                .map(row -> target.wrap(
                        row.id(),
                        sources.computeIfAbsent(row.epoch(), epoch -> Wrapping.in(store, epoch))
                                .unwrap(row.id(), row.wrapped())))
                .toList();
        database.update("""
                update content_key key set wrapped = fresh.wrapped, epoch = ?
                  from unnest(?, ?, ?, ?) as fresh (person_id, compartment, generation, wrapped)
                 where key.person_id = fresh.person_id and key.compartment = fresh.compartment
                   and key.generation = fresh.generation and key.epoch <> ?""", statement -> {
            statement.setInt(1, current);
            KeyArrays.set(statement, 2, kids);
            statement.setArray(5, KeyArrays.bytes(statement, wrapped));
            statement.setInt(6, current);
        });
    }

    @Override
    public boolean anyIn(int epoch) {
        return !database.queryForList("select 1 from content_key where epoch = ? limit 1", Integer.class, epoch)
                .isEmpty();
    }
}
