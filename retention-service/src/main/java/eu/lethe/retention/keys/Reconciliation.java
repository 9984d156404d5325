package eu.lethe.retention.keys;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.publishing.NotAcknowledged;
import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.epoch.LedgerHeads;
import eu.lethe.retention.keys.LedgerGate.Closed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands how the three that remember removed keys are brought to agree: the database, the topic, and the head that lies
 * with the epoch keys. What one of them forgot it is told again; what a restored database revived is removed again.
 */
@Component
class Reconciliation implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration COMPARED_EVERY = Duration.ofHours(1);

    private final LedgerHeads heads;
    private final KeyLedger ledger;
    private final LedgerTopic topic;
    private final KeyRemover remover;
    private final LedgerGate gate;
    private final ApplicationEventPublisher events;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private boolean compared;
    private long comparedAt;

    Reconciliation(
            LedgerHeads heads,
            KeyLedger ledger,
            LedgerTopic topic,
            KeyRemover remover,
            LedgerGate gate,
            ApplicationEventPublisher events) {
        this.heads = heads;
        this.ledger = ledger;
        this.topic = topic;
        this.remover = remover;
        this.gate = gate;
        this.events = events;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        look();
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
    void look() {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            if (!gate.open() || !comparedLately()) {
                reconcile();
            }
        } catch (KafkaException | NotAcknowledged | Problem away) {
            if (!gate.open()) {
                close(
                        Closed.RECONCILING,
                        "the database is older than the last removal of a key, and Kafka, which would know the rest, does not answer");
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean comparedLately() {
        return compared && System.nanoTime() - comparedAt < COMPARED_EVERY.toNanos();
    }

    private void reconcile() {
        if (!headIsThere()) {
            return;
        }
        var verified = ledger.verified();
        gate.trust(verified.isPresent());
        if (verified.isEmpty()) {
            close(Closed.ROLLED_BACK, "an entry of the database's ledger was altered or is missing");
            return;
        }
        if (gate.open()) {
            remover.removeRevived();
        }
        var held = topic.read();
        held.head().ifPresent(heads::advance);
        var head = heads.current().orElseThrow();
        if (verified.get().size() < head.size()) {
            bring(verified.get(), head, held);
        }
        if (!gate.open()) {
            close(
                    Closed.ROLLED_BACK,
                    "neither the database nor Kafka holds all of the %d removals that the head beside the epoch keys tells of: put a younger copy of one of them back"
                            .formatted(head.size()));
            return;
        }
        tellTopic(held);
        compared = true;
        comparedAt = System.nanoTime();
        if (gate.because(Closed.RECONCILING)) {
            LOG.info("the ledger of removed keys reaches its head again: keys are leased");
        }
        events.publishEvent(new LedgerReconciled());
    }

    /** The first start makes one; afterwards it must be there. */
    private boolean headIsThere() {
        try {
            if (heads.current().isEmpty()) {
                if (ledger.headWasKept()) {
                    close(Closed.HEAD_MISSING, "the head that lay with the epoch keys is gone: put its last copy back");
                    return false;
                }
                ledger.verified().ifPresent(heads::advance);
            }
        } catch (IllegalStateException notOurs) {
            close(Closed.HEAD_MISSING, notOurs.getMessage() + ": put its last copy back");
            return false;
        }
        ledger.keepHead();
        return true;
    }

    /** Follows the topic's entries back from the head to where the database ends, and removes them again. */
    private void bring(LedgerHead database, LedgerHead head, LedgerTopic.Held held) {
        List<LedgerLink> missing = new ArrayList<>();
        var chain = head.chain();
        for (var place = head.size(); place > database.size(); place--) {
            var link = held.links().get(chain);
            if (link == null || link.place() != place) {
                return;
            }
            missing.add(link);
            chain = link.previous();
        }
        if (chain.equals(database.chain())) {
            remover.removeAgain(missing.reversed());
            LOG.warn(
                    "the database was older than the last removal of a key: {} keys were removed again",
                    missing.size());
        }
    }

    private void tellTopic(LedgerTopic.Held held) {
        remover.settle();
        var unknown = ledger.links(LedgerHead.NONE).stream()
                .filter(link -> !held.links().containsKey(link.chain()))
                .toList();
        if (!unknown.isEmpty()) {
            topic.publish(unknown);
        }
        var head = heads.current().orElseThrow();
        if (!held.head().equals(heads.current())) {
            topic.publish(head);
        }
    }

    private void close(Closed why, String sentence) {
        compared = false;
        if (gate.because(why)) {
            LOG.error("no key is leased: {}", sentence);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.retention.ledger.open", gate, one -> one.open() ? 1 : 0)
                .description("1 while the ledger of removed keys reaches its head; 0 while no key is leased")
                .register(registry);
    }
}
