package eu.lethe.cases.contact;

import eu.lethe.cases.contact.attachment.AttachmentContents;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands which withdrawn contacts are still to be deleted, and from when on: until then they may come back.
 */
@Component
class WithdrawnContacts {

    private record Due(UUID contactId, List<UUID> attachments) {}

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawnContacts.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final PruningQueue pruning;
    private final AttachmentContents contents;
    private final TransactionOperations transaction;
    private final BusinessClock clock;
    private final Period grace;

    WithdrawnContacts(
            JdbcClient database,
            PruningQueue pruning,
            AttachmentContents contents,
            TransactionOperations transaction,
            BusinessClock clock,
            @Value("${lethe.contacts.grace}") Period grace) {
        this.database = database;
        this.pruning = pruning;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * Orders the deletion for when the agency's grace is over, in the transaction that withdraws.
     *
     * @return the day on which it is deleted
     */
    LocalDate order(UUID contactId, Collection<UUID> attachments) {
        var on = clock.today().plus(grace);
        order(contactId, on, attachments);
        return on;
    }

    /** Orders the deletion of what lies elsewhere already, in the transaction that moves it. */
    void orderAtOnce(UUID contactId) {
        order(contactId, clock.today(), List.of());
    }

    /**
     * Calls the deletion off, in the transaction that brings the contact back.
     *
     * @return whether there is something to bring back
     */
    boolean callOff(UUID contactId) {
        return database.sql("delete from withdrawn_contact where contact_id = :id")
                        .param("id", contactId)
                        .update()
                > 0;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void carryOut() {
        try {
            transaction.executeWithoutResult(_ -> due().forEach(this::delete));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("deletion of withdrawn contacts waits: {}", away.getClass().getSimpleName());
        }
    }

    private void order(UUID contactId, LocalDate on, Collection<UUID> attachments) {
        database.sql("""
                        insert into withdrawn_contact (contact_id, due_on, attachments)
                        values (:id, :on, cast(:attachments as uuid[])) on conflict do nothing""")
                .param("id", contactId)
                .param("on", on)
                .param("attachments", attachments.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Waits for who is just calling it off; from here on nobody does. */
    private List<Due> due() {
        return database.sql("""
                        delete from withdrawn_contact
                         where contact_id in (select contact_id from withdrawn_contact where due_on <= :today limit :limit)
                        returning contact_id, attachments""")
                .param("today", clock.today())
                .param("limit", AT_ONCE)
                .query((row, _) -> new Due(row.getObject("contact_id", UUID.class), List.of((UUID[])
                        row.getArray("attachments").getArray())))
                .list();
    }

    private void delete(Due due) {
        for (var table : List.of("contact", "contact_revision", "attachment")) {
            database.sql("delete from " + table + " where contact_id = :id")
                    .param("id", due.contactId())
                    .update();
        }
        due.attachments().forEach(contents::delete);
        pruning.orderBeforeLast(due.contactId());
    }
}
