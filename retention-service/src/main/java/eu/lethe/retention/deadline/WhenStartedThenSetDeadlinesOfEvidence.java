package eu.lethe.retention.deadline;

import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands that evidence which was there before it had a deadline gets one: nothing more may ever happen to whom it is about.
 * Once it has, there is nothing left to do.
 */
@Component
class WhenStartedThenSetDeadlinesOfEvidence {

    private static final String WITHOUT_DEADLINE = """
            select distinct evidence.person_id from known_evidence evidence
              join known_person person on person.person_id = evidence.person_id
              join content_key key on key.person_id = evidence.person_id and key.compartment = evidence.compartment
             where not exists (select 1 from known_evidence other
                                where other.person_id = evidence.person_id
                                  and other.compartment = evidence.compartment and other.ended_on is null)
               and person.in_force not like '%"' || evidence.compartment || '"]%'""";

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Learning learning;

    WhenStartedThenSetDeadlinesOfEvidence(JdbcClient database, TransactionOperations transaction, Learning learning) {
        this.database = database;
        this.transaction = transaction;
        this.learning = learning;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        database.sql(WITHOUT_DEADLINE)
                .query(UUID.class)
                .list()
                .forEach(person -> transaction.executeWithoutResult(_ -> learning.recompute(person)));
    }
}
