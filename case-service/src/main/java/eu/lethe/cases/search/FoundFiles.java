package eu.lethe.cases.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files belong to the persons that were found. */
@Component
class FoundFiles {

    /**
     * A person's file, if they have one.
     *
     * @param readable false while suspended and once erased
     */
    record Row(
            UUID personId, @Nullable UUID fileId, @Nullable LocalDate lastContactOn, boolean readable) {}

    private final JdbcClient database;

    FoundFiles(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, Row> of(Collection<UUID> personIds) {
        return database
                .sql("""
                        select person.person_id, file_id, last_contact_on,
                               grace_ends_at is null and person.erased_on is null as readable
                          from person left join case_file on case_file.person_id = person.person_id
                         where person.person_id = any (cast(:ids as uuid[]))""")
                .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Row(
                        row.getObject("person_id", UUID.class),
                        row.getObject("file_id", UUID.class),
                        row.getObject("last_contact_on", LocalDate.class),
                        row.getBoolean("readable")))
                // a stream would hold its connection until closed
                .list()
                .stream()
                .collect(Collectors.toMap(Row::personId, Function.identity()));
    }
}
