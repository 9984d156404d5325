package eu.lethe.platform.security;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands the names of the agency's staff, learned from the tokens they come with, so that events need to hold ids
 * only.
 */
public final class StaffDirectory {

    private final JdbcClient database;
    private final Map<UUID, String> known = new ConcurrentHashMap<>();

    StaffDirectory(JdbcClient database) {
        this.database = database;
    }

    /** Remembers the caller's name if they are staff. */
    void learn(Caller caller) {
        try {
            var id = UUID.fromString(caller.subject());
            if (!caller.name().equals(known.get(id))) {
                database.sql("""
                                insert into staff (id, name) values (:id, :name)
                                on conflict (id) do update set name = excluded.name""").param("id", id).param("name", caller.name()).update();
                known.put(id, caller.name());
            }
        } catch (IllegalArgumentException aService) {
            // services and integrators have client ids, not staff ids
        }
    }

    /** The member of staff of this name; empty when nobody is called so, or more than one. */
    public Optional<UUID> onlyOneNamed(String name) {
        var ids = database.sql("select id from staff where name = :name")
                .param("name", name)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    /** The name of a member of staff who has called this service before. */
    public Optional<String> nameOf(UUID staffId) {
        var name = known.get(staffId);
        if (name != null) {
            return Optional.of(name);
        }
        var stored = database.sql("select name from staff where id = :id")
                .param("id", staffId)
                .query(String.class)
                .optional();
        stored.ifPresent(found -> known.put(staffId, found));
        return stored;
    }
}
