package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.EpochKeyAbsent;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.Epochs;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands the keys there are: made with a person, found for a lease. */
@Component
public class ContentKeys {

    /** What is found under a key id. */
    public sealed interface Found {

        /** The key, ready to use. */
        record Live(ContentKey key) implements Found {}

        /** The key exists and is leased to nobody. */
        record Suspended(KeyId id) implements Found {}
    }

    private static final String COLUMNS = "person_id, compartment, generation, wrapped, epoch, state";

    /** A row that a database was put back with does not make a removed key one that exists. */
    static final String NOT_REMOVED = """
             not exists (select 1 from key_ledger gone
                          where gone.person_id = content_key.person_id and gone.compartment = content_key.compartment
                            and gone.generation = content_key.generation)
            """;

    private final JdbcTemplate database;
    private final Epochs epochs;
    private final EpochKeyStore store;
    private final Compartments compartments;
    private final SecureRandom random = new SecureRandom();

    ContentKeys(JdbcTemplate database, Epochs epochs, EpochKeyStore store, Compartments compartments) {
        this.database = database;
        this.epochs = epochs;
        this.store = store;
        this.compartments = compartments;
    }

    /** Makes persons' ids that belong to nobody yet, each born with a key of every compartment. */
    @Transactional
    public List<UUID> reserve(int count) {
        var persons = Stream.generate(UUID::randomUUID).limit(count).toList();
        insert(persons.stream()
                .flatMap(person -> compartments.all().stream().map(compartment -> new KeyId(person, compartment, 1)))
                .toList());
        return persons;
    }

    /** Makes the key of a generation, unless somebody just did. */
    @Transactional
    public void provision(KeyId kid) {
        insert(List.of(kid));
    }

    private void insert(List<KeyId> unsorted) {
        var kids = unsorted.stream().sorted(KeyArrays.ORDER).toList();
        var epoch = epochs.forWriting();
        var wrapping = Wrapping.in(store, epoch);
        var wrapped = kids.stream().map(kid -> wrapping.wrap(kid, newSecret())).toList();
        database.update("""
                insert into content_key (person_id, compartment, generation, wrapped, epoch)
                select person, compartment, generation, wrapped, ?
                  from unnest(?, ?, ?, ?) as born (person, compartment, generation, wrapped)
                on conflict do nothing""", statement -> {
            statement.setInt(1, epoch);
            KeyArrays.set(statement, 2, kids);
            statement.setArray(5, KeyArrays.bytes(statement, wrapped));
        });
    }

    private byte[] newSecret() {
        var secret = new byte[ContentKey.LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    /** What there is under these ids; what there is not is absent. */
    public Map<KeyId, Found> find(Collection<KeyId> wanted) {
        var kids = wanted.stream().distinct().sorted(KeyArrays.ORDER).toList();
        return opened(() -> database.query(
                "select " + COLUMNS + """
                         from content_key
                         join unnest(?, ?, ?) as wanted (person_id, compartment, generation)
                        using (person_id, compartment, generation)
                         where""" + NOT_REMOVED,
                statement -> KeyArrays.set(statement, 1, kids),
                ContentKeys::row));
    }

    /** The key in use of each person's compartment: that of the highest generation, if there is any. */
    public Map<KeyId, Found> current(List<UUID> persons, List<Compartment> ofEach) {
        return opened(() -> database.query(
                "select distinct on (person_id, compartment) " + COLUMNS + """
                         from content_key
                         join (select distinct person_id, compartment from unnest(?, ?) as w (person_id, compartment)) wanted
                        using (person_id, compartment)
                        where""" + NOT_REMOVED + """
                        order by person_id, compartment, generation desc""",
                statement -> {
                    statement.setArray(1, KeyArrays.array(statement, "uuid", persons, person -> person));
                    statement.setArray(2, KeyArrays.array(statement, "text", ofEach, Compartment::code));
                },
                ContentKeys::row));
    }

    @FunctionalInterface
    private interface Reading {
        List<StoredKey> rows();
    }

    /** Reads and unwraps. If a rotation destroys the epoch in between, what was read is read again. */
    private Map<KeyId, Found> opened(Reading reading) {
        Optional<EpochKeyAbsent> absent = Optional.empty();
        for (var attempt = 0; attempt < 5; attempt++) {
            try {
                return unwrapped(reading.rows());
            } catch (EpochKeyAbsent rotated) {
                absent = Optional.of(rotated);
            }
        }
        throw new ConcurrencyFailureException("keys are wrapped in an epoch whose key is absent", absent.orElseThrow());
    }

    private Map<KeyId, Found> unwrapped(List<StoredKey> rows) {
        Map<Integer, Wrapping> wrappings = new HashMap<>();
        Map<KeyId, Found> found = new LinkedHashMap<>();
        for (var row : rows) {
            if (row.suspended()) {
                found.put(row.id(), new Found.Suspended(row.id()));
            } else {
                var secret = wrappings
                        .computeIfAbsent(row.epoch(), epoch -> Wrapping.in(store, epoch))
                        .unwrap(row.id(), row.wrapped());
                found.put(row.id(), new Found.Live(new ContentKey(row.id(), secret)));
            }
        }
        return found;
    }

    static StoredKey row(ResultSet row, int number) throws SQLException {
        return new StoredKey(
                KeyArrays.read(row),
                row.getBytes("wrapped"),
                row.getInt("epoch"),
                row.getString("state").equals("suspended"));
    }

    /** Which of these keys have a row. */
    public List<KeyId> present(Collection<KeyId> wanted) {
        var kids = List.copyOf(wanted);
        return database.query("""
                        select person_id, compartment, generation from content_key
                          join unnest(?, ?, ?) as wanted (person_id, compartment, generation)
                         using (person_id, compartment, generation)""", statement -> KeyArrays.set(statement, 1, kids), (row, _) -> KeyArrays.read(row));
    }
}
