package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Understands how keys are withheld from everybody while an erasure is in its grace period, and given back. */
@Component
public class Suspension {

    private final JdbcTemplate database;

    Suspension(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Suspends the live keys of persons for an erasure; may be called again.
     *
     * @param compartments of each person
     * @return the persons of whom this erasure now holds keys; the others have none left, or another erasure holds them
     */
    public Set<UUID> suspend(UUID erasureId, Map<UUID, List<Compartment>> compartments) {
        record One(UUID person, Compartment compartment) {}
        var wanted = compartments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream().map(compartment -> new One(entry.getKey(), compartment)))
                .toList();
        // rows are locked in the order in which a rotation locks them, so that neither waits for the other in a circle
        database.update("""
                with locked as materialized (
                    select key.person_id, key.compartment, key.generation from content_key key
                      join unnest(?, ?) as wanted (person_id, compartment) using (person_id, compartment)
                     where key.state = 'live'
                     order by key.person_id, key.compartment, key.generation for update of key)
                update content_key key set state = 'suspended', erasure_id = ? from locked
                 where key.person_id = locked.person_id and key.compartment = locked.compartment
                   and key.generation = locked.generation""", statement -> {
            statement.setArray(1, KeyArrays.array(statement, "uuid", wanted, One::person));
            statement.setArray(
                    2,
                    KeyArrays.array(
                            statement, "text", wanted, one -> one.compartment().code()));
            statement.setObject(3, erasureId);
        });
        return held(erasureId, compartments.keySet());
    }

    /** Gives back the keys of persons that an erasure held; may be called again. */
    public void restore(UUID erasureId, Collection<UUID> persons) {
        var sorted = persons.stream().sorted().toList();
        database.update("""
                with locked as materialized (
                    select key.person_id, key.compartment, key.generation from content_key key
                      join unnest(?) as wanted (person_id) using (person_id)
                     where key.erasure_id = ?
                     order by key.person_id, key.compartment, key.generation for update of key)
                update content_key key set state = 'live', erasure_id = null from locked
                 where key.person_id = locked.person_id and key.compartment = locked.compartment
                   and key.generation = locked.generation""", statement -> {
            statement.setArray(1, KeyArrays.array(statement, "uuid", sorted, person -> person));
            statement.setObject(2, erasureId);
        });
    }

    private Set<UUID> held(UUID erasureId, Collection<UUID> persons) {
        return new HashSet<>(database.query(
                "select distinct person_id from content_key where erasure_id = ? and person_id = any (?)",
                statement -> {
                    statement.setObject(1, erasureId);
                    statement.setArray(2, KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person));
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
}
