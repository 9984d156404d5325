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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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

    /**
     * A file, and what stands between one reader and whose it is.
     *
     * @param keptPerson whose record is kept, when theirs is read through it
     * @param keptFile the file of that record, if it has one
     * @param alone whether no other record is, or was, read through theirs
     */
    record ToFile<F>(
            F file,
            Row between,
            @Nullable UUID keptPerson,
            @Nullable UUID keptFile,
            boolean alone) {}

    /** Called as no column of a file is, which may be read beside them. */
    private static final String COLUMNS = """
            person.person_id as whose, coalesce(person.unit, own_file.unit) as unit_of_theirs, own_file.file_id as file_of_theirs,
            person.erasure_id, person.erased_on, person.certificate_id, person.grace_ends_at, %s as rebuilding, %s
            """.formatted(RightsRebuild.UNDER_WAY, Standing.COLUMNS);

    private static final String JOINED = """
            left join file_of_person on file_of_person.person_id = person.person_id
            left join case_file own_file on own_file.file_id = file_of_person.file_id
            %s""".formatted(Standing.BARRIERS);

    private static final String BETWEEN = "select " + COLUMNS + "from person " + JOINED + "where person.person_id";

    /**
     * Asked before whatever is read or written, most often of one person. Of an array PostgreSQL expects many persons, so that it
     * never keeps a plan for it, and planning takes thirty times as long as looking.
     */
    private static final String OF_ONE = BETWEEN + " = cast(:id as uuid)";

    private static final String OF_MANY = BETWEEN + " = any (cast(:ids as uuid[]))";

    /** From the file on, as it is written: of so many tables PostgreSQL tries no other order. */
    private static final String TO_FILE = ", " + COLUMNS + """
            , merge.person_id as kept_person, merge.file_id as kept_file,
                   not exists (select 1 from merged_person other where other.person_id = person.person_id) as alone
              from case_file
              join person on person.person_id = case_file.person_id
            """ + JOINED + """
              left join merged_person merge on merge.duplicate_id = person.person_id
             where case_file.file_id = cast(:file as uuid)
            """;

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

    /**
     * The file with what stands before it; empty when there is none.
     *
     * @param columns SQL: what of {@code case_file} is read beside it
     * @param read how
     * @throws eu.lethe.platform.problem.Problem 503 {@code rights-rebuilding} while nobody can tell who may read
     */
    <F> Optional<ToFile<F>> toFile(UUID fileId, UUID reader, Instant now, String columns, RowMapper<F> read) {
        return database.sql("select " + columns + TO_FILE)
                .param("file", fileId)
                .param("reader", reader)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ToFile<>(
                        read.mapRow(row, number),
                        row(row, number),
                        row.getObject("kept_person", UUID.class),
                        row.getObject("kept_file", UUID.class),
                        row.getBoolean("alone")))
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        if (row.getBoolean("rebuilding")) {
            throw RightsRebuild.refusal();
        }
        return new Row(
                row.getObject("whose", UUID.class),
                row.getString("unit_of_theirs"),
                row.getObject("file_of_theirs", UUID.class),
                Standing.of(row),
                row.getObject("erasure_id", UUID.class),
                row.getObject("erased_on", LocalDate.class),
                row.getObject("certificate_id", UUID.class),
                Cells.instantIfAny(row, "grace_ends_at"));
    }
}
