package eu.lethe.cases.reading;

import eu.lethe.contracts.sealing.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files were opened exceptionally, by whom, and whether who answers for them has seen it. */
@Component
public class ExceptionalAccesses {

    /**
     * One exceptional access.
     *
     * @param referent who was told, if anybody answered for the file
     * @param reasonText null once its key is gone
     */
    public record Row(
            UUID accessId,
            UUID personId,
            UUID fileId,
            UUID workerId,
            @Nullable UUID referent,
            String reason,
            @Nullable Sealed<String> reasonText,
            Instant at,
            Instant until,
            boolean seen) {}

    private static final String COLUMNS = """
            select access_id, exceptional_access.person_id, exceptional_access.file_id, worker_id,
                   exceptional_access.referent, reason, reason_text, at, until, seen_at is not null as seen
              from exceptional_access
            """;

    private final JdbcClient database;

    ExceptionalAccesses(JdbcClient database) {
        this.database = database;
    }

    /** One of them. */
    public Optional<Row> find(UUID accessId) {
        return database.sql(COLUMNS + "where access_id = :id")
                .param("id", accessId)
                .query(ExceptionalAccesses::row)
                .optional();
    }

    /** Those given, in no order. */
    public List<Row> among(Collection<UUID> accessIds) {
        return database.sql(COLUMNS + "where access_id = any (cast(:ids as uuid[]))")
                .param("ids", texts(accessIds))
                .query(ExceptionalAccesses::row)
                .list();
    }

    /** To files that somebody answers for, newest first. */
    public List<Row> toFilesOf(UUID referent) {
        return database.sql(COLUMNS + """
                        join case_file on case_file.file_id = exceptional_access.file_id
                        where coalesce(case_file.referent, exceptional_access.referent) = :referent
                        order by at desc, access_id limit 500""")
                .param("referent", referent)
                .query(ExceptionalAccesses::row)
                .list();
    }

    /** All, newest first. */
    public List<Row> latest() {
        return database.sql(COLUMNS + "order by at desc, access_id limit 500")
                .query(ExceptionalAccesses::row)
                .list();
    }

    /** Those to these files that nobody who answers for them has seen yet. */
    public List<Row> unseenIn(Collection<UUID> fileIds) {
        return database.sql(
                        COLUMNS
                                + "where exceptional_access.file_id = any (cast(:ids as uuid[])) and seen_at is null order by at")
                .param("ids", texts(fileIds))
                .query(ExceptionalAccesses::row)
                .list();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var text = row.getString("reason_text");
        return new Row(
                row.getObject("access_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("worker_id", UUID.class),
                row.getObject("referent", UUID.class),
                row.getString("reason"),
                text == null ? null : Sealed.ofCompact(text),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getBoolean("seen"));
    }
}
