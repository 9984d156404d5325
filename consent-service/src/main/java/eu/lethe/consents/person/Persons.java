package eu.lethe.consents.person;

import eu.lethe.platform.access.Standing;
import eu.lethe.platform.rows.Cells;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what other services' events said about persons: their unit, their file, and whether they are being forgotten. */
@Component
public class Persons {

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    /** The person as known so far; never absent, since an event may be on its way. */
    public Person of(UUID personId) {
        return database.sql("""
                        select unit, file_id, grace_ends_at, erased_by, erased_on, certificate_id
                        from person where person_id = ?""")
                .param(personId)
                .query((row, _) -> new Person(
                        personId,
                        row.getString("unit"),
                        row.getObject("file_id", UUID.class),
                        Cells.instantIfAny(row, "grace_ends_at"),
                        row.getObject("erased_by", UUID.class),
                        row.getObject("erased_on", LocalDate.class),
                        row.getObject("certificate_id", UUID.class)))
                .optional()
                .orElseGet(() -> Person.unknown(personId));
    }

    /** What the exclusions, the restriction and the exceptional accesses are to a reader. */
    Standing standingOf(UUID reader, UUID personId, Instant now) {
        return database.sql("select %s from (select cast(:person as uuid) as person_id) person %s"
                        .formatted(Standing.COLUMNS, Standing.BARRIERS))
                .param("reader", reader)
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Standing.of(row))
                .single();
    }

    /** What is heard late says nothing against what happened after it. */
    void inUnit(UUID personId, String unit, Instant at) {
        database.sql("""
                        insert into person (person_id, unit, unit_at) values (?, ?, ?)
                        on conflict (person_id) do update set unit = excluded.unit, unit_at = excluded.unit_at
                         where person.unit_at is null or person.unit_at <= excluded.unit_at""").params(personId, unit, at.atOffset(ZoneOffset.UTC)).update();
    }

    void fileOpened(UUID personId, UUID fileId) {
        database.sql("update person set file_id = ? where person_id = ?")
                .params(fileId, personId)
                .update();
    }

    /** Nobody reads about the person until the grace period ends. */
    public void suspended(UUID personId, UUID erasureId, Instant graceEndsAt) {
        database.sql("""
                        insert into person (person_id, suspended_by, grace_ends_at) values (?, ?, ?)
                        on conflict (person_id) do update
                        set suspended_by = excluded.suspended_by, grace_ends_at = excluded.grace_ends_at""")
                .params(personId, erasureId, graceEndsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The erasure that had suspended the person was called off. */
    public void restored(UUID personId, UUID erasureId) {
        database.sql("""
                        update person set suspended_by = null, grace_ends_at = null
                        where person_id = ? and suspended_by = ?""").params(personId, erasureId).update();
    }

    /** The person is gone; what stays is a date. */
    public void erased(UUID personId, UUID erasureId, LocalDate on) {
        database.sql("""
                        insert into person (person_id, erased_by, erased_on) values (?, ?, ?)
                        on conflict (person_id) do update
                        set erased_by = excluded.erased_by, erased_on = excluded.erased_on,
                            suspended_by = null, grace_ends_at = null""").params(personId, erasureId, on).update();
    }

    /** The erasure of these persons is proven. */
    public void certified(Collection<UUID> personIds, UUID erasureId, UUID certificateId) {
        database.sql("update person set certificate_id = ? where person_id = any(?) and erased_by = ?")
                .params(certificateId, personIds.toArray(UUID[]::new), erasureId)
                .update();
    }
}
