package eu.lethe.cases.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which persons a command names: by themselves, or by their file, their place in a household or what was said. */
@Component
class NamedPersons {

    private final JdbcClient database;

    NamedPersons(JdbcClient database) {
        this.database = database;
    }

    /** All of them. */
    Set<UUID> of(NamedIds named) {
        var all = new HashSet<>(concernedBy(named));
        all.addAll(named.mentioned());
        return Set.copyOf(all);
    }

    /** Those whom the command is about, and does not only mention. */
    Set<UUID> concernedBy(NamedIds named) {
        var all = new HashSet<>(named.concerned());
        // who names a person and one file names the person's file
        if ((named.concerned().isEmpty() && !named.files().isEmpty())
                || named.files().size() > 1) {
            all.addAll(personsOf(
                    "select person_id from file_of_person where file_id = any (cast(:ids as uuid[]))", named.files()));
        }
        if (!named.memberships().isEmpty()) {
            all.addAll(personsOf(
                    "select person_id from household_member where membership_id = any (cast(:ids as uuid[]))",
                    named.memberships()));
        }
        if (named.concerned().isEmpty() && !named.information().isEmpty()) {
            all.addAll(personsOf("""
                    select person_id from information_of_source join file_of_person using (file_id)
                     where information_id = any (cast(:ids as uuid[]))""", named.information()));
        }
        return Set.copyOf(all);
    }

    /** Who lives now in the households in which the command names a place. */
    Set<UUID> livingWith(NamedIds named) {
        return named.memberships().isEmpty() ? Set.of() : personsOf("""
                select living.person_id from household_member living
                  join household_member place on place.household_id = living.household_id
                 where place.membership_id = any (cast(:ids as uuid[])) and living.left_on is null""", named.memberships());
    }

    private Set<UUID> personsOf(String sql, Set<UUID> ids) {
        return database.sql(sql)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .set();
    }
}
