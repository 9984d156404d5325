package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureTakenUp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which erasures there are, and which are not over. */
@Component
@ProcessingGroup("erasures")
class ErasureRuns {

    private final JdbcClient database;

    ErasureRuns(JdbcClient database) {
        this.database = database;
    }

    @EventHandler
    void on(ErasurePreviewed previewed) {
        begin(previewed.erasureId(), previewed.reason(), ErasureState.PREVIEWED, previewed.at());
    }

    private void begin(UUID erasureId, String reason, ErasureState state, Instant at) {
        database.sql("""
                        insert into erasure (erasure_id, reason, state, created_at)
                        values (:erasure, :reason, :state, :at) on conflict do nothing""")
                .param("erasure", erasureId)
                .param("reason", reason)
                .param("state", state.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ErasureEvent.OfRun event) {
        ErasureState.after(event.getClass())
                .ifPresent(state -> database.sql("update erasure set state = :state where erasure_id = :erasure")
                        .param("state", state.code())
                        .param("erasure", event.erasureId())
                        .update());
    }

    @EventHandler
    void on(ErasureTakenUp taken) {
        begin(taken.erasureId(), Reason.AFTER_RESTORE.code(), ErasureState.SUSPENDED, taken.at());
    }

    @ResetHandler
    void drop() {
        database.sql("truncate erasure").update();
    }

    /** All, the latest first. */
    List<UUID> all() {
        return database.sql("select erasure_id from erasure order by created_at desc, erasure_id")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that may go on by themselves, the oldest first. */
    List<UUID> underWay() {
        return database.sql("""
                        select erasure_id from erasure
                         where state in ('suspended', 'removed', 'confirmed', 'pruned', 'destroyed')
                            or (state in ('cancelled', 'expired') and not settled)
                         order by created_at""").query((row, _) -> row.getObject(1, UUID.class)).list();
    }

    /** Notes that an erasure that gives everybody back holds no keys any more. */
    void settled(UUID erasureId) {
        database.sql(
                        "update erasure set settled = true where erasure_id = :erasure and state in ('cancelled', 'expired')")
                .param("erasure", erasureId)
                .update();
    }

    /** How many there are, by state. */
    Map<String, Integer> countByState() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.sql("select state, count(*) from erasure group by state").query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }
}
