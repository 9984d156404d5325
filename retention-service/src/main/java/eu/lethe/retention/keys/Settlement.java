package eu.lethe.retention.keys;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.publishing.NotAcknowledged;
import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.epoch.LedgerHeads;
import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Understands when a key may be called removed: when an older database cannot bring it back. First Kafka has the entry, then
 * the head goes on, and only then does the erasure; so the head never knows of an entry that only the database has.
 */
@Component
class Settlement {

    private final KeyLedger ledger;
    private final LedgerTopic topic;
    private final LedgerHeads heads;

    Settlement(KeyLedger ledger, LedgerTopic topic, LedgerHeads heads) {
        this.ledger = ledger;
        this.topic = topic;
        this.heads = heads;
    }

    /**
     * Settles what the database has removed beyond the head; nothing when there is nothing. One at a time, of all instances.
     *
     * @throws Problem 503 when Kafka is away: keys are withheld, and their removal is not claimed yet
     */
    void settle() {
        var head = heads.current().orElse(LedgerHead.NONE);
        var links = ledger.links(head);
        if (links.isEmpty()) {
            return;
        }
        try {
            topic.publish(links);
            heads.advance(links.getLast().head());
            topic.publish(links.getLast().head());
        } catch (KafkaException | NotAcknowledged away) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "ledger-not-settled");
        }
    }
}
