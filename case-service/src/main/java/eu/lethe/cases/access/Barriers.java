package eu.lethe.cases.access;

import eu.lethe.platform.access.Standing;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands, in one look at the tables, what stands between a member of staff and the data of persons. */
@Component
class Barriers {

    /**
     * What stands between one reader and one person.
     *
     * @param unit the person's; null once erased, unless there was a file
     */
    record Row(
            UUID personId,
            @Nullable String unit,
            @Nullable UUID fileId,
            Standing standing,
            @Nullable UUID erasureId,
            @Nullable LocalDate erasedOn,
            @Nullable UUID certificateId,
            @Nullable Instant graceEndsAt) {}

    private static final String BETWEEN = """
            select person.person_id, coalesce(person.unit, case_file.unit) as unit, case_file.file_id,
                   person.erasure_id, person.erased_on, person.certificate_id,
                   person.grace_ends_at, %s as rebuilding, %s
              from person
              left join file_of_person on file_of_person.person_id = person.person_id
              left join case_file on case_file.file_id = file_of_person.file_id
              %s
             where person.person_id""".formatted(RightsRebuild.UNDER_WAY, Standing.COLUMNS, Standing.BARRIERS);

    /**
     * Asked before whatever is read or written, most often of one person. Of an array PostgreSQL expects many persons, so that it
     * never keeps a plan for it, and planning takes thirty times as long as looking.
     */
    private static final String OF_ONE = BETWEEN + " = cast(:id as uuid)";

    private static final String OF_MANY = BETWEEN + " = any (cast(:ids as uuid[]))";

    private final JdbcClient database;

    Barriers(JdbcClient database) {
        this.database = database;
    }

    /**
     * One row for each of the persons that is known.
     *
     * @throws eu.lethe.platform.problem.Problem 503 {@code rights-rebuilding} while nobody can tell who may read
     */
    List<Row> between(UUID reader, Collection<UUID> personIds, Instant now) {
        var asked = personIds.size() == 1
                ? database.sql(OF_ONE).param("id", personIds.iterator().next())
                : database.sql(OF_MANY)
                        .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new));
        return asked.param("reader", reader)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Barriers::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        if (row.getBoolean("rebuilding")) {
            throw RightsRebuild.refusal();
        }
        return new Row(
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getObject("file_id", UUID.class),
                Standing.of(row),
                row.getObject("erasure_id", UUID.class),
                row.getObject("erased_on", LocalDate.class),
                row.getObject("certificate_id", UUID.class),
                Cells.instantIfAny(row, "grace_ends_at"));
    }
}
