package eu.lethe.cases.access;

import eu.lethe.contracts.events.cases.ReadingEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files were opened exceptionally, by whom, who is told of it today, and whether they have seen it. */
@Component
public class ExceptionalAccesses {

    /** Why a file may be opened exceptionally, as a pattern. */
    public static final String REASONS = "emergency|replacement|shared-visit|other";

    /**
     * One exceptional access.
     *
     * @param reasonText null once its key is gone
     */
    public record Row(
            UUID accessId,
            UUID personId,
            UUID fileId,
            UUID workerId,
            String reason,
            @Nullable Sealed<String> reasonText,
            Instant at,
            Instant until,
            boolean seen) {

        /** Why, in words; empty when the key is gone, or suspended. */
        public Optional<String> reasonText(Reading reading) {
            return reading.openIfLeased(ReadingEvent.REASON_TEXT, accessId, reasonText);
        }
    }

    /**
     * One exceptional access, as somebody may be shown it.
     *
     * @param told the office of who is told: {@code referent}, {@code lead} or {@code dpo}
     * @param yours whether it is the one who is shown it who is told, and who takes note of it
     */
    public record Shown(Row access, String told, boolean yours) {}

    private static final String COLUMNS = """
            select access_id, person_id, file_id, worker_id, reason, reason_text, at, until, seen_at is not null as seen
              from exceptional_access
            """;

    /** Whether {@code :reader} is told of the row of {@code exceptional_access}. */
    private static final String TOLD =
            "is_told_of_access(:reader, :dpo, exceptional_access.person_id, exceptional_access.worker_id)";

    /** What is looked through for a reader: what they could be told of, before the rule is asked. */
    private static final String NEAR = """
            from exceptional_access
            left join merged_person merge on merge.duplicate_id = exceptional_access.person_id
            left join file_of_person on file_of_person.person_id = coalesce(merge.person_id, exceptional_access.person_id)
            left join case_file on case_file.file_id = file_of_person.file_id
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

    /**
     * What the caller is shown, newest first: what they are told of; all of it for the data-protection officer, unless they
     * are kept from the person by name.
     */
    public List<Shown> shownTo(Caller caller) {
        return database.sql("""
                        select access_id, exceptional_access.person_id, exceptional_access.file_id, worker_id, reason,
                               reason_text, at, until, seen_at is not null as seen,
                               (select min(told.office)
                                  from told_of_access(exceptional_access.person_id, worker_id) told) as told,
                               %1$s as yours
                        %2$s
                         where (:dpo and not exists (
                                    select 1 from exclusion_in_force exclusion
                                     where exclusion.person_id = exceptional_access.person_id
                                       and exclusion.worker_id = :reader))
                            or ((case_file.referent = :reader or case_file.unit = cast(:unit as text)) and %1$s)
                         order by at desc, access_id limit 500""".formatted(TOLD, NEAR))
                .param("reader", caller.staffId())
                .param("dpo", caller.is(Role.DPO))
                .param("unit", caller.unit())
                .query((row, number) -> new Shown(row(row, number), row.getString("told"), row.getBoolean("yours")))
                .list();
    }

    /** Whether the caller is told of an access, and so takes note of it. */
    public boolean isToldOf(Row access, Caller caller) {
        return database.sql("select is_told_of_access(:reader, :dpo, :person, :worker)")
                .param("reader", caller.staffId())
                .param("dpo", caller.is(Role.DPO))
                .param("person", access.personId())
                .param("worker", access.workerId())
                .query(Boolean.class)
                .single();
    }

    /** Those to these files that the caller is told of, and that nobody has taken note of yet. */
    public List<Row> unseenIn(Collection<UUID> fileIds, Caller caller) {
        return database.sql(COLUMNS + """
                        where exceptional_access.file_id = any (cast(:ids as uuid[])) and seen_at is null and %s
                        order by at""".formatted(TOLD))
                .param("ids", texts(fileIds))
                .param("reader", caller.staffId())
                .param("dpo", caller.is(Role.DPO))
                .query(ExceptionalAccesses::row)
                .list();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("access_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("worker_id", UUID.class),
                row.getString("reason"),
                Cells.sealed(row, "reason_text"),
                Cells.instant(row, "at"),
                Cells.instant(row, "until"),
                row.getBoolean("seen"));
    }
}
