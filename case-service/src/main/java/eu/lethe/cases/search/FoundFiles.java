package eu.lethe.cases.search;

import eu.lethe.cases.access.ReadablePersons;
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
     * @param readable false while suspended, once erased, and for whom an exclusion or a restriction keeps out
     */
    record Row(
            UUID personId, @Nullable UUID fileId, @Nullable LocalDate lastContactOn, boolean readable) {}

    private final JdbcClient database;

    FoundFiles(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, Row> of(Collection<UUID> personIds, UUID reader) {
        return database
                .sql("""
                        select person.person_id, file_id, last_contact_on,
                               grace_ends_at is null and person.erased_on is null and %s as readable
                          from person left join case_file on case_file.person_id = person.person_id
                         where person.person_id = any (cast(:ids as uuid[]))""".formatted(ReadablePersons.SHOWN))
                .param("reader", reader)
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
