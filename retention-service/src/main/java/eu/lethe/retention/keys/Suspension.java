package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Understands how keys are withheld from everybody while an erasure is in its grace period, and given back. */
@Component
public class Suspension {

    // Rows are locked first, in the order in which a rotation locks them, so that neither waits for the other in a
    // circle.
    // What follows is a statement of its own, on one table: it sees each row as the rotation left it, while a single
    // statement that joins would pass over the rows that were rewritten after it began.
    private static final String LOCK = """
            select 1 from content_key where person_id = any (?)
             order by person_id, compartment, generation for update""";

    private static final String SUSPEND = """
            update content_key set state = 'suspended', erasure_id = ?
             where person_id = any (?) and compartment = any (?) and state = 'live'""";

    private static final String RESTORE = """
            update content_key set state = 'live', erasure_id = null where erasure_id = ? and person_id = any (?)""";

    private final JdbcTemplate database;
    private final TransactionOperations transaction;

    Suspension(JdbcTemplate database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Suspends the live keys of persons for an erasure; may be called again.
     *
     * @param compartments of each person
     * @return the persons of whom this erasure now holds keys, or had removed them before an older database was put back; the
     *     others have none left, or another erasure holds them
     */
    public Set<UUID> suspend(UUID erasureId, Map<UUID, List<Compartment>> compartments) {
        transaction.executeWithoutResult(_ -> {
            lock(compartments.keySet());
            alike(compartments)
                    .forEach((wanted, persons) -> database.update(SUSPEND, statement -> {
                        statement.setObject(1, erasureId);
                        statement.setArray(2, KeyArrays.array(statement, "uuid", persons, person -> person));
                        statement.setArray(3, KeyArrays.array(statement, "text", wanted, Compartment::code));
                    }));
        });
        return held(erasureId, compartments.keySet());
    }

    /** Gives back the keys of persons that an erasure held; may be called again. */
    public void restore(UUID erasureId, Collection<UUID> persons) {
        transaction.executeWithoutResult(_ -> {
            lock(persons);
            database.update(RESTORE, statement -> {
                statement.setObject(1, erasureId);
                statement.setArray(2, KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person));
            });
        });
    }

    private void lock(Collection<UUID> persons) {
        database.query(
                LOCK,
                statement -> statement.setArray(
                        1, KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person)),
                row -> {});
    }

    /** Persons of whom the same compartments are wanted: mostly all of them. */
    private static Map<List<Compartment>, List<UUID>> alike(Map<UUID, List<Compartment>> compartments) {
        return compartments.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private Set<UUID> held(UUID erasureId, Collection<UUID> persons) {
        return new HashSet<>(database.query(
                """
                        select person_id from content_key where erasure_id = ? and person_id = any (?)
                        union select person_id from key_ledger where erasure_id = ? and person_id = any (?)""",
                statement -> {
                    var all = List.copyOf(persons);
                    statement.setObject(1, erasureId);
                    statement.setArray(2, KeyArrays.array(statement, "uuid", all, person -> person));
                    statement.setObject(3, erasureId);
                    statement.setArray(4, KeyArrays.array(statement, "uuid", all, person -> person));
                },
                (row, _) -> row.getObject(1, UUID.class)));
    }

    /** Which of these persons have keys that some erasure holds. */
    public Set<UUID> heldByAny(Collection<UUID> persons) {
        return new HashSet<>(database.query(
                "select distinct person_id from content_key where erasure_id is not null and person_id = any (?)",
                statement -> statement.setArray(
                        1, KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person)),
                (row, _) -> row.getObject(1, UUID.class)));
    }

    /** Whether a person has any key. */
    public boolean hasKeys(UUID personId) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select 1 from content_key where person_id = ?)", Boolean.class, personId));
    }
}
