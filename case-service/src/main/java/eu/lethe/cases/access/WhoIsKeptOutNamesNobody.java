package eu.lethe.cases.access;

import eu.lethe.cases.commands.Decision;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands that whoever is kept from a person gives no command that names them: not by the file of another member of the
 * household, nor by a mention, nor by a merge. It comes first: who is kept out learns nothing else.
 */
@Component
@Order(1)
class WhoIsKeptOutNamesNobody implements CommandWatch {

    private final JdbcClient database;
    private final ReadablePersons persons;

    WhoIsKeptOutNamesNobody(JdbcClient database, ReadablePersons persons) {
        this.database = database;
        this.persons = persons;
    }

    @Override
    public void look(Record command, UUID actor, NamedIds named) {
        var all = new HashSet<>(named.persons());
        if ((named.persons().isEmpty() && !named.files().isEmpty())
                || named.files().size() > 1) {
            all.addAll(personsOf(
                    "select person_id from file_of_person where file_id = any (cast(:ids as uuid[]))", named.files()));
        }
        if (!named.memberships().isEmpty()) {
            all.addAll(personsOf(
                    "select person_id from household_member where membership_id = any (cast(:ids as uuid[]))",
                    named.memberships()));
        }
        if (named.persons().isEmpty() && !named.information().isEmpty()) {
            all.addAll(personsOf("""
                    select person_id from information_of_source join file_of_person using (file_id)
                     where information_id = any (cast(:ids as uuid[]))""", named.information()));
        }
        if (!all.isEmpty()) {
            persons.requireNotKeptOut(actor, all, command.getClass().isAnnotationPresent(Decision.class));
        }
    }

    private Set<UUID> personsOf(String sql, Set<UUID> ids) {
        return database.sql(sql)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .set();
    }
}
