package eu.lethe.platform.journal;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.security.Caller;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands the rows of the journal that are kept. */
final class JournalTable {

    private static final String ABOUT = "(file_id = any(:files::uuid[]) or person_ids && :persons::uuid[])";

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final String service;

    JournalTable(JdbcClient database, JdbcOperations batches, String service) {
        this.database = database;
        this.batches = batches;
        this.service = service;
    }

    void add(List<SaltedEntry> entries) {
        batches.batchUpdate("""
                insert into access_entry (entry_index, access_id, person_ids, file_id, reader_id, role, unit, compartments,
                    reason, exceptional_access_id, opened_at, salt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, entries.size(), (row, salted) -> {
            var entry = salted.entry();
            var connection = row.getConnection();
            row.setLong(1, entry.index());
            row.setObject(2, entry.accessId());
            row.setArray(3, connection.createArrayOf("uuid", entry.personIds().toArray()));
            row.setObject(4, entry.fileId());
            row.setObject(5, entry.readerId());
            row.setString(6, entry.role());
            row.setString(7, entry.unit());
            row.setArray(
                    8,
                    connection.createArrayOf(
                            "text",
                            entry.compartments().stream().map(Compartment::code).toArray()));
            row.setString(9, entry.reason());
            row.setObject(10, entry.exceptionalAccessId());
            row.setObject(11, entry.at().atOffset(ZoneOffset.UTC));
            row.setString(12, salted.salt());
        });
    }

    List<JournalEntry> about(Collection<UUID> fileIds, Collection<UUID> personIds, int page, int size) {
        return database.sql("select * from access_entry where " + ABOUT
                        + " order by entry_index desc limit :size offset :first")
                .param("files", texts(fileIds))
                .param("persons", texts(personIds))
                .param("size", size)
                .param("first", (long) page * size)
                .query((row, _) -> entry(row))
                .list();
    }

    /** Whoever read by exceptional access, or is of another unit, first. */
    List<JournalEntry> aboutUnexpectedFirst(
            Collection<UUID> fileIds, Collection<UUID> personIds, String unit, int page, int size) {
        return database.sql("select * from access_entry where " + ABOUT
                        + " order by exceptional_access_id is not null or coalesce(unit <> :unit, false) desc,"
                        + " entry_index desc limit :size offset :first")
                .param("files", texts(fileIds))
                .param("persons", texts(personIds))
                .param("unit", unit)
                .param("size", size)
                .param("first", (long) page * size)
                .query((row, _) -> entry(row))
                .list();
    }

    long countAbout(Collection<UUID> fileIds, Collection<UUID> personIds) {
        return database.sql("select count(*) from access_entry where " + ABOUT)
                .param("files", texts(fileIds))
                .param("persons", texts(personIds))
                .query(Long.class)
                .single();
    }

    /** Whether an entry since then tells of all that somebody is about to read. */
    boolean tellsOf(UUID readerId, Caller reader, Opening opening, Instant since) {
        return database.sql("""
                        select exists (
                            select 1 from access_entry
                             where person_ids @> :persons::uuid[] and file_id is not distinct from :file::uuid
                               and reader_id = :reader and role = :role and unit is not distinct from :unit::text
                               and compartments @> :compartments::text[] and reason = :reason
                               and exceptional_access_id is not distinct from :access::uuid and opened_at > :since)""")
                .param("persons", texts(opening.personIds()))
                .param("file", opening.fileId())
                .param("reader", readerId)
                .param("role", JournalEntry.roleOf(reader))
                .param("unit", reader.unit())
                .param(
                        "compartments",
                        opening.compartments().stream().map(Compartment::code).toArray(String[]::new))
                .param("reason", opening.reason())
                .param("access", opening.exceptionalAccessId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<SaltedEntry> at(long index) {
        return database.sql("select * from access_entry where entry_index = ?")
                .param(index)
                .query((row, _) -> salted(row))
                .optional();
    }

    SaltedEntry salted(ResultSet row) throws SQLException {
        return new SaltedEntry(service, row.getString("salt"), entry(row));
    }

    /**
     * The first entry that has to stay: it is not old yet, or its event is so young that an append beside it may be under
     * way.
     */
    Optional<Long> firstSince(Instant opened, Instant appended) {
        return database.sql("""
                        select entry.entry_index
                          from access_entry entry
                          left join domain_event event on event.event_identifier = entry.access_id::text
                         where entry.opened_at >= :opened or event.recorded_at >= :appended
                         order by entry.entry_index limit 1""")
                .param("opened", opened.atOffset(ZoneOffset.UTC))
                .param("appended", appended.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Deletes the entries before one, and their events. */
    int dropBefore(long index) {
        database.sql("""
                        delete from domain_event where event_identifier in (
                            select access_id::text from access_entry where entry_index < ?)""").param(index).update();
        return database.sql("delete from access_entry where entry_index < ?")
                .param(index)
                .update();
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("entry_index"),
                row.getObject("access_id", UUID.class),
                elements(row.getArray("person_ids"), UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("reader_id", UUID.class),
                row.getString("role"),
                row.getString("unit"),
                elements(row.getArray("compartments"), String.class).stream()
                        .map(Compartment::new)
                        .toList(),
                row.getString("reason"),
                row.getObject("exceptional_access_id", UUID.class),
                Cells.instant(row, "opened_at"));
    }

    private static <T> List<T> elements(Array array, Class<T> type) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(type::cast)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
