package eu.lethe.cases.access;

import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessSeen;
import eu.lethe.contracts.events.cases.ReadingEvent.ExclusionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.RestrictionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the tables of who may read. Of a forgotten person it keeps nothing. */
@Component
@ProcessingGroup("cases")
@Order(4)
class ReadingProjection {

    private final JdbcClient database;
    private final RightsRebuild rebuild;

    ReadingProjection(JdbcClient database, RightsRebuild rebuild) {
        this.database = database;
        this.rebuild = rebuild;
    }

    /** Rows are deleted and not truncated: who began to look before still sees them, and not a table without exclusions. */
    @ResetHandler
    void drop() {
        rebuild.begin();
        List.of("exclusion", "restriction", "exceptional_access")
                .forEach(table -> database.sql("delete from " + table).update());
    }

    @EventHandler
    void on(WorkerExcluded excluded) {
        database.sql("""
                        insert into exclusion (exclusion_id, person_id, worker_id, ask, reason, at)
                        values (:exclusion, :person, :worker, :ask, :reason, :at)""")
                .param("exclusion", excluded.exclusionId())
                .param("person", excluded.personId())
                .param("worker", excluded.workerId())
                .param("ask", excluded.ask())
                .param("reason", excluded.reason())
                .param("at", excluded.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ExclusionLifted lifted) {
        database.sql("delete from exclusion where exclusion_id = :exclusion")
                .param("exclusion", lifted.exclusionId())
                .update();
    }

    @EventHandler
    void on(ReadingRestricted restricted) {
        database.sql("""
                        insert into restriction (person_id, restriction_id, workers, exceptional_access, ask, reason, at)
                        values (:person, :restriction, cast(:workers as uuid[]), :exceptional, :ask, :reason, :at)
                        on conflict (person_id) do update
                           set restriction_id = excluded.restriction_id, workers = excluded.workers,
                               exceptional_access = excluded.exceptional_access, ask = excluded.ask,
                               reason = excluded.reason, at = excluded.at""")
                .param("person", restricted.personId())
                .param("restriction", restricted.restrictionId())
                .param(
                        "workers",
                        restricted.workerIds().stream().map(UUID::toString).toArray(String[]::new))
                .param("exceptional", restricted.exceptionalAccess())
                .param("ask", restricted.ask())
                .param("reason", restricted.reason())
                .param("at", restricted.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(RestrictionLifted lifted) {
        database.sql("delete from restriction where person_id = :person")
                .param("person", lifted.personId())
                .update();
    }

    @EventHandler
    void on(ExceptionalAccessOpened opened) {
        database.sql("""
                        insert into exceptional_access
                               (access_id, person_id, file_id, worker_id, referent, reason, reason_text, at, until)
                        values (:access, :person, :file, :worker, :referent, :reason, :text, :at, :until)""")
                .param("access", opened.accessId())
                .param("person", opened.personId())
                .param("file", opened.fileId())
                .param("worker", opened.workerId())
                .param("referent", opened.referent())
                .param("reason", opened.reason())
                .param("text", opened.reasonText().compact())
                .param("at", opened.at().atOffset(ZoneOffset.UTC))
                .param("until", opened.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ExceptionalAccessSeen seen) {
        database.sql("update exceptional_access set seen_at = :at where access_id = :access")
                .param("at", seen.at().atOffset(ZoneOffset.UTC))
                .param("access", seen.accessId())
                .update();
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        List.of("exclusion", "restriction", "exceptional_access")
                .forEach(table -> database.sql("delete from " + table + " where person_id = :person")
                        .param("person", forgotten.personId())
                        .update());
    }
}
