package eu.lethe.platform.erasure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands how far this service is with each erasure run: whom it has dealt with, whom it still waits for, and what it
 * has told retention-service. All of it is in the service's database, so that a crash or an absent retention-service delays
 * a confirmation and never loses it.
 */
public final class ErasureConfirmations {

    /** A phase of a run that is done here and not told yet. */
    record Due(UUID erasureId, Phase phase) {}

    private final JdbcClient database;

    ErasureConfirmations(JdbcClient database) {
        this.database = database;
    }

    /**
     * Remembers that one person of a run was dealt with; call it in the transaction that did so. Once that is true of every
     * person of the run, the run is confirmed to retention-service, again and again until it answers.
     */
    public void confirm(UUID erasureId, UUID personId, Phase phase) {
        database.sql("""
                        insert into erasure_part (erasure_id, phase, person_id) values (:erasure, :phase, :person)
                        on conflict do nothing""")
                .param("erasure", erasureId)
                .param("phase", phase.code())
                .param("person", personId)
                .update();
    }

    /**
     * Remembers whom a run concerns. A run of which this is heard once more was brought back by a restore of retention-service,
     * which has forgotten what it was told: what was purged then need not be purged again, and is told again.
     */
    void await(UUID erasureId, Collection<UUID> personIds) {
        var persons = personIds.stream().map(UUID::toString).toArray(String[]::new);
        database.sql("""
                        insert into erasure_part (erasure_id, phase, person_id)
                        select run.erasure_id, 'purged', person_id
                          from erasure_run run cross join unnest(cast(:persons as uuid[])) as concerned (person_id)
                         where run.erasure_id = :erasure and 'purged' = any (run.told)
                        on conflict do nothing""").param("erasure", erasureId).param("persons", persons).update();
        database.sql("""
                        insert into erasure_run (erasure_id, person_ids) values (:erasure, cast(:persons as uuid[]))
                        on conflict (erasure_id) do update set person_ids = excluded.person_ids, told = '{}'""").param("erasure", erasureId).param("persons", persons).update();
    }

    /** What is done here for every person of its run, and not told yet. */
    List<Due> due() {
        return database.sql("""
                        select run.erasure_id, phase.code
                          from erasure_run run cross join (values ('purged'), ('pruned')) as phase (code)
                         where not phase.code = any (run.told)
                           and not exists (
                               select from unnest(run.person_ids) as awaited (person_id)
                                where not exists (
                                    select from erasure_part part
                                     where part.erasure_id = run.erasure_id
                                       and part.phase = phase.code
                                       and part.person_id = awaited.person_id))
                         order by run.erasure_id, phase.code desc""")
                .query((row, _) -> new Due(row.getObject(1, UUID.class), Phase.of(row.getString(2))))
                .list();
    }

    /** Remembers that retention-service knows. With the last phase told, nothing here names the persons any more. */
    void told(Due done) {
        database.sql("update erasure_run set told = array_append(told, :phase) where erasure_id = :erasure")
                .param("phase", done.phase().code())
                .param("erasure", done.erasureId())
                .update();
        if (done.phase() == Phase.PRUNED) {
            database.sql("delete from erasure_part where erasure_id = :erasure")
                    .param("erasure", done.erasureId())
                    .update();
            database.sql("update erasure_run set person_ids = '{}' where erasure_id = :erasure")
                    .param("erasure", done.erasureId())
                    .update();
        }
    }
}
