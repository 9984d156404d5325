package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which assessments there are, as far as the projection has come. Texts stay sealed here. */
@Component
public class Assessments {

    /**
     * One wording.
     *
     * @param assessment absent once its key was removed
     * @param number of the wording, from 1
     */
    record Row(
            UUID assessmentId,
            UUID revisionId,
            LocalDate date,
            @Nullable Sealed<Assessment> assessment,
            UUID author,
            Instant at,
            int number) {}

    /** The file that something is in, and under whose keys. */
    record Place(UUID fileId, UUID personId) {}

    private static final String COLUMNS =
            "select assessment_id, revision_id, date, assessment, author, written_at, number from assessment ";

    private final JdbcClient database;

    Assessments(JdbcClient database) {
        this.database = database;
    }

    /** The wordings in force, the latest day first. */
    List<Row> inForce(UUID fileId) {
        return database.sql(COLUMNS + """
                        where file_id = :file
                          and number = (select max(number) from assessment other
                                         where other.assessment_id = assessment.assessment_id)
                        order by date desc, written_at desc, assessment_id""")
                .param("file", fileId)
                .query(Assessments::row)
                .list();
    }

    /** Every wording of one, oldest first. */
    List<Row> revisions(UUID fileId, UUID assessmentId) {
        return database.sql(COLUMNS + "where file_id = :file and assessment_id = :assessment order by number")
                .param("file", fileId)
                .param("assessment", assessmentId)
                .query(Assessments::row)
                .list();
    }

    /** Those of which a wording can be read. */
    List<UUID> readableIn(UUID fileId) {
        return database.sql(
                        "select distinct assessment_id from assessment where file_id = :file and assessment is not null")
                .param("file", fileId)
                .query((row, _) -> row.getObject("assessment_id", UUID.class))
                .list();
    }

    /** Where an assessment is; empty when there is none. */
    Optional<Place> placeOf(UUID assessmentId) {
        return database.sql("select distinct file_id, person_id from assessment where assessment_id = :assessment")
                .param("assessment", assessmentId)
                .query((row, _) ->
                        new Place(row.getObject("file_id", UUID.class), row.getObject("person_id", UUID.class)))
                .optional();
    }

    boolean hasRevision(UUID revisionId) {
        return database.sql("select count(*) from assessment where revision_id = :id")
                        .param("id", revisionId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("assessment_id", UUID.class),
                row.getObject("revision_id", UUID.class),
                row.getObject("date", LocalDate.class),
                Cells.sealed(row, "assessment"),
                row.getObject("author", UUID.class),
                Cells.instant(row, "written_at"),
                row.getInt("number"));
    }
}
