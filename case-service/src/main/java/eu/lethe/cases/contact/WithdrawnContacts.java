package eu.lethe.cases.contact;

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

/** Understands of which withdrawn contacts the events are still to be deleted, and tries until none is left. */
@Component
class WithdrawnContacts {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawnContacts.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final Pruning pruning;

    WithdrawnContacts(JdbcClient database, Pruning pruning) {
        this.database = database;
        this.pruning = pruning;
    }

    /** Orders the deletion, in the transaction that withdraws. */
    void order(UUID contactId) {
        database.sql("insert into withdrawn_contact (contact_id) values (:id) on conflict do nothing")
                .param("id", contactId)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void carryOut() {
        try {
            open().forEach(this::prune);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("pruning of withdrawn contacts waits: {}", away.getClass().getSimpleName());
        }
    }

    private void prune(UUID contactId) {
        if (pruning.pruneBeforeLast(contactId).complete()) {
            database.sql("delete from withdrawn_contact where contact_id = :id")
                    .param("id", contactId)
                    .update();
        }
    }

    private List<UUID> open() {
        return database.sql("select contact_id from withdrawn_contact order by random() limit :limit")
                .param("limit", AT_ONCE)
                .query((row, _) -> row.getObject("contact_id", UUID.class))
                .list();
    }
}
