package eu.lethe.cases.journal;

import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what was read about persons in other services, as their journals told. */
@Component
class ReadingElsewhere {

    private final JdbcClient database;

    ReadingElsewhere(JdbcClient database) {
        this.database = database;
    }

    void note(PersonalDataOpened opened) {
        database.sql("""
                        insert into reading_elsewhere
                               (access_id, person_ids, reader_id, role, unit, compartments, reason,
                                exceptional_access_id, opened_at)
                        values (:access, cast(:persons as uuid[]), :reader, :role, :unit, cast(:compartments as text[]),
                                :reason, :exceptional, :at)
                        on conflict (access_id) do nothing""")
                .param("access", opened.accessId())
                .param("persons", texts(opened.personIds()))
                .param("reader", opened.readerId())
                .param("role", opened.role())
                .param("unit", opened.unit())
                .param(
                        "compartments",
                        opened.compartments().stream().map(Compartment::code).toArray(String[]::new))
                .param("reason", opened.reason())
                .param("exceptional", opened.exceptionalAccessId())
                .param("at", opened.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Drops what is older, as the other service does with its own entry. */
    int dropBefore(Instant time) {
        return database.sql("delete from reading_elsewhere where opened_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    long countAbout(Collection<UUID> personIds) {
        return database.sql("select count(*) from reading_elsewhere where person_ids && cast(:persons as uuid[])")
                .param("persons", texts(personIds))
                .query(Long.class)
                .single();
    }

    /** Whoever is of another unit first, and then the newest. */
    List<Reading> about(Collection<UUID> personIds, String unit, int from, int atMost) {
        return database.sql("""
                        select * from reading_elsewhere where person_ids && cast(:persons as uuid[])
                         order by exceptional_access_id is not null or coalesce(unit <> :unit, false) desc,
                                  opened_at desc, access_id limit :limit offset :from""")
                .param("persons", texts(personIds))
                .param("unit", unit)
                .param("limit", atMost)
                .param("from", from)
                .query(ReadingElsewhere::reading)
                .list();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(
                Cells.instant(row, "opened_at"),
                row.getObject("reader_id", UUID.class),
                row.getString("role"),
                row.getString("unit"),
                Cells.compartments(row, "compartments"),
                row.getString("reason"),
                row.getObject("exceptional_access_id", UUID.class));
    }
}
