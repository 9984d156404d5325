package eu.lethe.retention.deadline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands who is in the active base: persons, and those who reported something about them. */
@Component
public class Base {

    private final JdbcClient database;

    Base(JdbcClient database) {
        this.database = database;
    }

    /** How many there are. */
    public int size() {
        return database.sql("select count(*) from known_person where not erased")
                .query(Integer.class)
                .single();
    }

    /** Which of these are in the base, and in which unit. */
    public Map<UUID, String> unitsOf(Collection<UUID> persons) {
        Map<UUID, String> units = new HashMap<>();
        database.sql("""
                        select person.person_id, coalesce(file.unit, told_in.unit, information.unit, person.unit, '') as unit
                          from known_person person
                          left join known_file file on file.person_id = person.person_id
                          left join known_information information on information.source_id = person.person_id
                          left join known_file told_in on told_in.file_id = information.file_id
                         where not person.erased and person.person_id = any (cast(:persons as uuid[]))""")
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    units.put(row.getObject("person_id", UUID.class), row.getString("unit"));
                });
        return units;
    }

    /** With which of these persons anything happened after a moment. */
    public Set<UUID> activeAfter(Instant moment, Collection<UUID> persons) {
        return new HashSet<>(database.sql("""
                        select person_id from known_person
                         where last_activity > :moment and person_id = any (cast(:persons as uuid[]))""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }
}
