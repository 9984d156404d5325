package eu.lethe.platform.erasure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands which runs' persons are suspended, while retention-service waits for this service to catch up with that. */
final class SuspendedRuns {

    /** A run and its persons. */
    record Run(UUID erasureId, List<UUID> personIds) {}

    private final JdbcClient database;

    SuspendedRuns(JdbcClient database) {
        this.database = database;
    }

    void heard(UUID erasureId, Collection<UUID> personIds) {
        database.sql("""
                        insert into suspended_run (erasure_id, person_ids) values (:erasure, cast(:persons as uuid[]))
                        on conflict do nothing""")
                .param("erasure", erasureId)
                .param("persons", personIds.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    List<Run> untold() {
        return database.sql("select erasure_id, person_ids from suspended_run order by erasure_id")
                .query((row, _) -> new Run(
                        row.getObject(1, UUID.class),
                        Stream.of((UUID[]) row.getArray(2).getArray()).toList()))
                .list();
    }

    /** Retention-service knows, or the run is over. */
    void done(UUID erasureId) {
        database.sql("delete from suspended_run where erasure_id = :erasure")
                .param("erasure", erasureId)
                .update();
    }
}
