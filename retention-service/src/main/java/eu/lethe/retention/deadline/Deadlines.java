package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineLifted;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineSet;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands the deadlines in force. */
@Component
@ProcessingGroup("deadlines")
public class Deadlines {

    /** No deadline is before or after them, and PostgreSQL knows both: the first and the last day of years of four digits. */
    private static final int FIRST_DAY = -719_162;

    private static final int LAST_DAY = 2_932_896;

    private final JdbcClient database;
    private final RetentionSchedule schedule;

    Deadlines(JdbcClient database, RetentionSchedule schedule) {
        this.database = database;
        this.schedule = schedule;
    }

    @EventHandler
    void on(DeadlineSet set) {
        database.sql("""
                        insert into deadline (person_id, file_id, unit, rule, compartments, since, due_on)
                        values (:person, :file, :unit, :rule, cast(:compartments as text[]), :since, :due)
                        on conflict (person_id, file_id, rule) do update
                           set unit = excluded.unit, compartments = excluded.compartments,
                               since = excluded.since, due_on = excluded.due_on""")
                .param("person", set.personId())
                .param("file", set.fileId(), Types.OTHER)
                .param("unit", set.unit())
                .param("rule", set.rule())
                .param("compartments", KnownPersons.codes(set.compartments()))
                .param("since", set.since())
                .param("due", set.dueOn())
                .update();
    }

    @EventHandler
    void on(DeadlineLifted lifted) {
        database.sql("""
                        delete from deadline where person_id = :person and rule = :rule
                           and file_id is not distinct from cast(:file as uuid)""")
                .param("person", lifted.personId())
                .param("rule", lifted.rule())
                .param("file", lifted.fileId(), Types.OTHER)
                .update();
    }

    @ResetHandler
    void drop() {
        database.sql("truncate deadline").update();
    }

    /**
     * The deadlines before a day, soonest first.
     *
     * <p>The day is part of the statement, and what was not asked for is not in it: for a day it does not know, PostgreSQL
     * expects a third of all deadlines, and once it has planned for that it reads them all for a day with few.
     *
     * @param rule only of this rule, unless absent
     * @param unit only of this unit, unless absent
     */
    public List<Deadline> dueBefore(LocalDate day, @Nullable String rule, @Nullable String unit) {
        return database.sql("select * from deadline where due_on < date '1970-01-01' + "
                        + Math.clamp(day.toEpochDay(), FIRST_DAY, LAST_DAY)
                        + (rule == null ? "" : " and rule = :rule")
                        + (unit == null ? "" : " and unit = :unit")
                        + " order by due_on, person_id, rule")
                .param("rule", rule, Types.VARCHAR)
                .param("unit", unit, Types.VARCHAR)
                .query(Deadlines::row)
                .list();
    }

    /** The deadlines of persons that have passed, by rules that erase. */
    public List<Deadline> toErase(Collection<UUID> persons, LocalDate today) {
        return passed(persons, today, schedule.erasing());
    }

    /** The deadlines of persons that have passed, by rules that erase nothing: somebody else has to act. */
    public List<Deadline> toLeaveAlone(Collection<UUID> persons, LocalDate today) {
        return passed(persons, today, schedule.leavingAlone());
    }

    private List<Deadline> passed(Collection<UUID> persons, LocalDate today, List<String> rules) {
        return database.sql("""
                        select * from deadline
                         where person_id = any (cast(:persons as uuid[])) and due_on <= :today
                           and rule = any (cast(:rules as text[]))
                         order by rule""")
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", today)
                .param("rules", rules.toArray(String[]::new))
                .query(Deadlines::row)
                .list();
    }

    /** How many deadlines have passed by which something is to be erased. */
    public long countToErase(LocalDate today) {
        return database.sql(
                        "select count(*) from deadline where due_on <= :today and rule = any (cast(:rules as text[]))")
                .param("today", today)
                .param("rules", schedule.erasing().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Deadline row(ResultSet row, int number) throws SQLException {
        return new Deadline(
                row.getObject("person_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getString("unit"),
                row.getString("rule"),
                KnownPersons.compartments(row.getArray("compartments")),
                row.getObject("since", LocalDate.class),
                row.getObject("due_on", LocalDate.class));
    }
}
