package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.keys.KeyArrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Understands who ever leased which key, also after the key is gone. */
@Component
public class Lessees {

    private final JdbcTemplate database;
    private final LeaseProperties properties;

    Lessees(JdbcTemplate database, LeaseProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /** Counts a lease of each key. */
    void count(String client, Collection<KeyId> leased) {
        var kids = leased.stream().sorted(KeyArrays.ORDER).toList();
        database.update("""
                insert into lessee (person_id, compartment, generation, client, leases, first_at, last_at)
                select person_id, compartment, generation, ?, 1, now(), now()
                  from unnest(?, ?, ?) as leased (person_id, compartment, generation)
                on conflict (person_id, compartment, generation, client)
                do update set leases = lessee.leases + 1, last_at = excluded.last_at""", statement -> {
            statement.setString(1, client);
            KeyArrays.set(statement, 2, kids);
        });
    }

    /** Which of these keys a client once leased, and an erasure removed since. */
    Set<KeyId> removedSinceLeasedBy(String client, Collection<KeyId> wanted) {
        var kids = List.copyOf(wanted);
        return new HashSet<>(database.query(
                """
                        select person_id, compartment, generation from key_ledger gone
                          join unnest(?, ?, ?) as wanted (person_id, compartment, generation)
                         using (person_id, compartment, generation)
                         where ? = any (gone.leased_by)
                            or exists (select 1 from lessee
                                        where lessee.person_id = gone.person_id
                                          and lessee.compartment = gone.compartment
                                          and lessee.generation = gone.generation and lessee.client = ?)""",
                statement -> {
                    KeyArrays.set(statement, 1, kids);
                    statement.setString(4, client);
                    statement.setString(5, client);
                },
                (row, _) -> KeyArrays.read(row)));
    }

    /** Which of these persons a client once leased some key of. */
    Set<UUID> personsLeasedBy(String client, Collection<UUID> persons) {
        return new HashSet<>(database.query(
                """
                        select person_id from lessee where client = ? and person_id = any (?)
                        union
                        select person_id from key_ledger where ? = any (leased_by) and person_id = any (?)""",
                statement -> {
                    var ids = KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person);
                    statement.setString(1, client);
                    statement.setArray(2, ids);
                    statement.setString(3, client);
                    statement.setArray(4, ids);
                },
                (row, _) -> row.getObject(1, UUID.class)));
    }

    /** The clients outside the agency who ever leased a key that an erasure removed, by name. */
    public List<String> outsidersWhoLeased(UUID erasureId) {
        return database.query("""
                        select lessee.client from lessee
                          join key_ledger using (person_id, compartment, generation)
                         where key_ledger.erasure_id = ?
                        union
                        select unnest(leased_by) from key_ledger where erasure_id = ?
                         order by 1""", (row, _) -> row.getString(1), erasureId, erasureId).stream()
                .filter(client -> properties.of(client).external())
                .toList();
    }
}
