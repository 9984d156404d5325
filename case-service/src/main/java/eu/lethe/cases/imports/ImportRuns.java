package eu.lethe.cases.imports;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Understands how far each import came. One that no longer moves was abandoned by a process that ended. */
@Component
class ImportRuns {

    private static final int MOST_ERRORS = 1_000;

    /**
     * An import.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     */
    record Run(
            UUID importId,
            String unit,
            String state,
            boolean dryRun,
            int rows,
            Lines lines,
            Counts counts,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /**
     * The lines of the file as an editor counts them.
     *
     * @param all that there are: the header, the rows, those without anything and those within cells
     * @param empty without anything
     * @param withinCells that go on with a cell of the line before
     */
    record Lines(int all, int empty, int withinCells) {}

    /** What became of the rows so far. */
    record Counts(int done, int created, int already, int refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(int moreCreated, int moreAlready, int moreRefused) {
            return new Counts(
                    done + moreCreated + moreAlready + moreRefused,
                    created + moreCreated,
                    already + moreAlready,
                    refused + moreRefused);
        }
    }

    private final JdbcClient database;

    ImportRuns(JdbcClient database) {
        this.database = database;
    }

    /**
     * Begins an import of so many lines.
     *
     * @throws Problem 409 while another of the unit runs
     */
    UUID begin(String unit, UUID author, boolean dryRun, int rows, Lines lines) {
        var importId = UUID.randomUUID();
        var begun = database.sql("""
                        insert into import_run (import_id, unit, author, dry_run, state, line_count, file_lines, empty_lines,
                                                lines_in_cells, started_at, beat_at)
                        values (:id, :unit, :author, :dryRun, 'running', :rows, :all, :empty, :within, now(), now()) on conflict do nothing""")
                .param("id", importId)
                .param("unit", unit)
                .param("author", author)
                .param("dryRun", dryRun)
                .param("rows", rows)
                .param("all", lines.all())
                .param("empty", lines.empty())
                .param("within", lines.withinCells())
                .update();
        if (begun == 0) {
            throw Problem.of(HttpStatus.CONFLICT, "import-running");
        }
        return importId;
    }

    /** Tells how far it is, and that it is alive. */
    void progress(UUID importId, Counts counts) {
        database.sql("""
                        update import_run set done = :done, created = :created, already = :already, refused = :refused,
                                              beat_at = now() where import_id = :id""")
                .param("id", importId)
                .param("done", counts.done())
                .param("created", counts.created())
                .param("already", counts.already())
                .param("refused", counts.refused())
                .update();
    }

    /** Keeps the first thousand. */
    void refuse(UUID importId, List<LineError> errors) {
        errors.forEach(error -> database.sql("""
                        insert into import_error (import_id, line, field, code)
                        select :id, :line, :field, :code
                         where (select count(*) from import_error where import_id = :id) < :most""")
                .param("id", importId)
                .param("line", error.line())
                .param("field", error.column())
                .param("code", error.code())
                .param("most", MOST_ERRORS)
                .update());
    }

    /** Keeps the first thousand. */
    void warn(UUID importId, List<LineWarning> warnings) {
        warnings.forEach(warning -> database.sql("""
                        insert into import_warning (import_id, line, last_line, field, code, person_ids)
                        select :id, :line, :last, :field, :code, cast(:persons as uuid[])
                         where (select count(*) from import_warning where import_id = :id) < :most""")
                .param("id", importId)
                .param("line", warning.line())
                .param("last", warning.last())
                .param("field", warning.column())
                .param("code", warning.code())
                .param("persons", warning.persons().stream().map(UUID::toString).toArray(String[]::new))
                .param("most", MOST_ERRORS)
                .update());
    }

    List<LineWarning> warningsOf(UUID importId) {
        return database.sql("select * from import_warning where import_id = :id order by line, field, code")
                .param("id", importId)
                .query((row, _) -> new LineWarning(
                        row.getLong("line"),
                        row.getLong("last_line"),
                        row.getString("field"),
                        row.getString("code"),
                        List.of((UUID[]) row.getArray("person_ids").getArray())))
                .list();
    }

    /** Nobody resembles somebody who was forgotten. */
    void forget(UUID personId) {
        database.sql("""
                        update import_warning set person_ids = array_remove(person_ids, cast(:person as uuid))
                         where person_ids @> array[cast(:person as uuid)]""").param("person", personId).update();
    }

    void end(UUID importId, String state) {
        database.sql("update import_run set state = :state, finished_at = now() where import_id = :id")
                .param("id", importId)
                .param("state", state)
                .update();
    }

    /** The unit's, the latest first. */
    List<Run> of(String unit) {
        return database.sql("select * from import_run where unit = :unit order by started_at desc limit 50")
                .param("unit", unit)
                .query(ImportRuns::run)
                .list();
    }

    Optional<Run> find(UUID importId) {
        return database.sql("select * from import_run where import_id = :id")
                .param("id", importId)
                .query(ImportRuns::run)
                .optional();
    }

    List<LineError> errorsOf(UUID importId) {
        return database.sql("select line, field, code from import_error where import_id = :id order by line, field")
                .param("id", importId)
                .query((row, _) -> new LineError(row.getLong("line"), row.getString("field"), row.getString("code")))
                .list();
    }

    /** An import whose process ended cannot go on: the key of its lines was in its memory only. Importing again goes on. */
    @Scheduled(fixedDelayString = "PT5S")
    void giveUpAbandoned() {
        database.sql("""
                        update import_run set state = 'failed', finished_at = now()
                         where state = 'running' and beat_at < now() - interval '30 seconds'""").update();
    }

    /** What a process that ended had staged is of no use to anybody: its key went with it. */
    @Scheduled(fixedDelayString = "PT10M")
    void dropAbandoned() {
        database.sql("delete from import_piece where staged_at < now() - interval '1 day'")
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("import_id", UUID.class),
                row.getString("unit"),
                row.getString("state"),
                row.getBoolean("dry_run"),
                row.getInt("line_count"),
                new Lines(row.getInt("file_lines"), row.getInt("empty_lines"), row.getInt("lines_in_cells")),
                new Counts(row.getInt("done"), row.getInt("created"), row.getInt("already"), row.getInt("refused")),
                Cells.instant(row, "started_at"),
                Cells.instantIfAny(row, "finished_at"));
    }
}
