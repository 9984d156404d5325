package eu.lethe.platform.erasure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands which runs' persons are suspended, while retention-service waits for this service to catch up with that. */
final class SuspendedRuns {

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

    /** The persons of each. */
    Map<UUID, List<UUID>> untold() {
        Map<UUID, List<UUID>> untold = new LinkedHashMap<>();
        database.sql("select erasure_id, person_ids from suspended_run order by erasure_id")
                .query(row -> {
                    untold.put(row.getObject(1, UUID.class), List.of((UUID[])
                            row.getArray(2).getArray()));
                });
        return untold;
    }

    /** Retention-service knows, or the run is over. */
    void done(UUID erasureId) {
        database.sql("delete from suspended_run where erasure_id = :erasure")
                .param("erasure", erasureId)
                .update();
    }
}
