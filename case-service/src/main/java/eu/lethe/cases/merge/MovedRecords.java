package eu.lethe.cases.merge;

import eu.lethe.platform.eventstore.Pruning;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Understands which records were sealed anew for the kept file, and that what they said before is to be deleted. It tries until
 * none is left; what is written in the meantime stays.
 */
@Component
public class MovedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(MovedRecords.class);
    private static final int AT_ONCE = 100;

    private record Moved(UUID recordId, long sequence) {}

    private final JdbcClient database;
    private final Pruning pruning;

    MovedRecords(JdbcClient database, Pruning pruning) {
        this.database = database;
        this.pruning = pruning;
    }

    /**
     * Orders the deletion, in the transaction that moves.
     *
     * @param recordId the aggregate
     * @param sequence its last event before it moved
     */
    public void order(UUID recordId, long sequence) {
        database.sql("""
                        insert into moved_record (record_id, sequence) values (:record, :sequence)
                        on conflict (record_id) do update set sequence = excluded.sequence""").param("record", recordId).param("sequence", sequence).update();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void carryOut() {
        try {
            open().forEach(this::prune);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("pruning of moved records waits: {}", away.getClass().getSimpleName());
        }
    }

    private void prune(Moved moved) {
        if (pruning.pruneUpTo(moved.recordId(), moved.sequence()).complete()) {
            database.sql("delete from moved_record where record_id = :record and sequence = :sequence")
                    .param("record", moved.recordId())
                    .param("sequence", moved.sequence())
                    .update();
        }
    }

    private List<Moved> open() {
        return database.sql("select record_id, sequence from moved_record order by random() limit :limit")
                .param("limit", AT_ONCE)
                .query((row, _) -> new Moved(row.getObject("record_id", UUID.class), row.getLong("sequence")))
                .list();
    }
}
