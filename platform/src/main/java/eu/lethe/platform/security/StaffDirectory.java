package eu.lethe.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands the agency's staff: their names, and what they are in which unit, learned from the tokens they come with, so
 * that events need to hold ids only.
 */
public final class StaffDirectory {

    /**
     * A member of staff, as they were when they last called this service.
     *
     * @param unit the unit they are assigned to, if any
     */
    public record Member(
            UUID id, String name, Set<Role> roles, @Nullable String unit) {

        /** Copies the roles. */
        public Member {
            roles = Set.copyOf(roles);
        }

        /** Whether they have the role. */
        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    private final JdbcClient database;
    private final Map<UUID, Member> known = new ConcurrentHashMap<>();

    StaffDirectory(JdbcClient database) {
        this.database = database;
    }

    /** Remembers who the caller is if they are staff. */
    void learn(Caller caller) {
        caller.staff()
                .map(id -> new Member(id, caller.name(), caller.roles(), caller.unit()))
                .filter(member -> !member.equals(known.get(member.id())))
                .ifPresent(this::store);
    }

    private void store(Member member) {
        database.sql("""
                        insert into staff (id, name, unit, roles) values (:id, :name, :unit, :roles)
                        on conflict (id) do update set name = excluded.name, unit = excluded.unit, roles = excluded.roles""")
                .param("id", member.id())
                .param("name", member.name())
                .param("unit", member.unit())
                .param("roles", member.roles().stream().map(Role::code).sorted().toArray(String[]::new))
                .update();
        known.put(member.id(), member);
    }

    /** The members of staff of this name. */
    public List<Member> called(String name) {
        return database.sql("select * from staff where name = :name order by id")
                .param("name", name)
                .query((row, _) -> member(row))
                .list();
    }

    /** A member of staff as they were when they last called this service, whichever instance of it. */
    public Optional<Member> member(UUID staffId) {
        return database.sql("select * from staff where id = :id")
                .param("id", staffId)
                .query((row, _) -> member(row))
                .optional();
    }

    /** The name of a member of staff who has called this service before. */
    public Optional<String> nameOf(UUID staffId) {
        var member = known.get(staffId);
        if (member != null) {
            return Optional.of(member.name());
        }
        var stored = database.sql("select * from staff where id = :id")
                .param("id", staffId)
                .query((row, _) -> member(row))
                .optional();
        stored.ifPresent(found -> known.put(staffId, found));
        return stored.map(Member::name);
    }

    /** A member of staff, as an answer names them. */
    public Staff named(UUID staffId) {
        return new Staff(staffId, nameOf(staffId).orElse(null));
    }

    /**
     * The staff of a unit who have called this service before, by name.
     *
     * @param unit absent for every unit, and for those who have none
     */
    public List<Member> of(@Nullable String unit) {
        return database.sql("select * from staff where :unit::text is null or unit = :unit order by name, id")
                .param("unit", unit)
                .query((row, _) -> member(row))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .flatMap(code -> Role.of(code).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("unit"));
    }
}
