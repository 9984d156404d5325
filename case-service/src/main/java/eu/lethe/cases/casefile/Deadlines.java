package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineLifted;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineSet;
import eu.lethe.contracts.sealing.Compartment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands until when files are kept, as retention-service last said. */
@Component
public class Deadlines {

    /** Which columns say that a deadline is the file's, and not that of a compartment kept for less long. */
    static final String OF_THE_FILE = "'identity' = any (compartments)";

    /** The day a file falls due, and the rule that says so. */
    public record Due(String rule, LocalDate on) {}

    /** The day that a file falls due. */
    public record DueFile(UUID fileId, LocalDate on) {}

    private final JdbcClient database;

    Deadlines(JdbcClient database) {
        this.database = database;
    }

    /** When the file falls due as a whole; empty until retention-service has said. */
    public Optional<Due> of(UUID fileId) {
        return database.sql("select rule, due_on from deadline where file_id = :file and " + OF_THE_FILE
                        + " order by due_on limit 1")
                .param("file", fileId)
                .query((row, _) -> new Due(row.getString("rule"), row.getObject("due_on", LocalDate.class)))
                .optional();
    }

    /** Which of the files fall due as a whole up to that day. */
    public List<DueFile> until(LocalDate day, Collection<UUID> fileIds) {
        return database.sql("select file_id, min(due_on) as due_on from deadline where " + OF_THE_FILE + """
                         and due_on <= :day and file_id = any (cast(:files as uuid[])) group by file_id""")
                .param("day", day)
                .param("files", fileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) ->
                        new DueFile(row.getObject("file_id", UUID.class), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    void set(DeadlineSet deadline) {
        database.sql("""
                        insert into deadline (person_id, file_id, rule, compartments, due_on)
                        values (:person, :file, :rule, cast(:compartments as text[]), :due)
                        on conflict (person_id, file_id, rule) do update
                           set compartments = excluded.compartments, due_on = excluded.due_on""")
                .param("person", deadline.personId())
                .param("file", deadline.fileId())
                .param("rule", deadline.rule())
                .param(
                        "compartments",
                        deadline.compartments().stream().map(Compartment::code).toArray(String[]::new))
                .param("due", deadline.dueOn())
                .update();
    }

    void lift(DeadlineLifted deadline) {
        database.sql("""
                        delete from deadline
                         where person_id = :person and file_id is not distinct from :file and rule = :rule""")
                .param("person", deadline.personId())
                .param("file", deadline.fileId())
                .param("rule", deadline.rule())
                .update();
    }
}
