package eu.lethe.retention.erasure;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which erasures the ledger of removed keys knows and this database does not, since an older copy of it was put
 * back; and which of them a run brings to their end already.
 */
@Component
class TakenUp {

    // A key that passes is removed under its subject's own id: that was no erasure.
    private static final String UNKNOWN = """
            select gone.erasure_id from key_ledger gone
             where gone.erasure_id <> gone.person_id
               and not exists (select 1 from erasure_taken_up taken where taken.erasure_id = gone.erasure_id)
               and not exists (select 1 from erasure known
                                where known.erasure_id = gone.erasure_id
                                  and known.state not in ('previewed', 'requested', 'cancelled', 'expired', 'refused'))
             group by gone.erasure_id order by min(gone.place)""";

    private final JdbcClient database;

    TakenUp(JdbcClient database) {
        this.database = database;
    }

    /** Those that may have to be taken up, as far as the list of runs tells; whoever takes one up looks again. */
    List<UUID> candidates() {
        return database.sql(UNKNOWN)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A run takes an erasure up, unless another does already. Call it in the transaction that begins the run. */
    boolean claim(UUID erasureId, UUID run) {
        return database.sql(
                                "insert into erasure_taken_up (erasure_id, run_id) values (:erasure, :run) on conflict do nothing")
                        .param("erasure", erasureId)
                        .param("run", run)
                        .update()
                == 1;
    }

    /** Whether another run brings it to its end. */
    boolean has(UUID erasureId) {
        return !database.sql("select run_id from erasure_taken_up where erasure_id = :erasure")
                .param("erasure", erasureId)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .isEmpty();
    }
}
