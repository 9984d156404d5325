package eu.lethe.consents.person;

import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.platform.time.BusinessClock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands who is kept from a person's data and who is let in for some hours; not why, which stays with case-service. */
@Component
public class Barriers {

    private final JdbcClient database;
    private final BusinessClock clock;

    Barriers(JdbcClient database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void excluded(WorkerExcluded excluded) {
        database.sql("""
                        insert into exclusion (exclusion_id, person_id, worker_id, ask) values (?, ?, ?, ?)
                        on conflict (person_id, worker_id) do update
                           set exclusion_id = excluded.exclusion_id, ask = excluded.ask""")
                .params(excluded.exclusionId(), excluded.personId(), excluded.workerId(), excluded.ask())
                .update();
    }

    void exclusionLifted(UUID exclusionId) {
        database.sql("delete from exclusion where exclusion_id = ?")
                .param(exclusionId)
                .update();
    }

    void restricted(ReadingRestricted restricted) {
        database.sql("""
                        insert into restriction (person_id, workers, exceptional_access, ask) values (?, ?, ?, ?)
                        on conflict (person_id) do update
                           set workers = excluded.workers, exceptional_access = excluded.exceptional_access,
                               ask = excluded.ask""")
                .params(
                        restricted.personId(),
                        restricted.workerIds().toArray(UUID[]::new),
                        restricted.exceptionalAccess(),
                        restricted.ask())
                .update();
    }

    void restrictionLifted(UUID personId) {
        database.sql("delete from restriction where person_id = ?")
                .param(personId)
                .update();
    }

    /** Those that have ended meanwhile serve nothing here: who had one is case-service's to remember. */
    void opened(ExceptionalAccessOpened opened) {
        database.sql("delete from exceptional_access where until <= ?")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into exceptional_access (access_id, person_id, worker_id, until) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        opened.accessId(),
                        opened.personId(),
                        opened.workerId(),
                        opened.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The person is gone. */
    public void forget(UUID personId) {
        List.of("exclusion", "restriction", "exceptional_access")
                .forEach(table -> database.sql("delete from " + table + " where person_id = ?")
                        .param(personId)
                        .update());
    }
}
