package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.keys.LedgerGate;
import eu.lethe.retention.keys.LedgerReconciled;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands that a database which was put back may not know of an erasure that had removed keys: the ledger does, and what
 * the erasure began is brought to its end.
 */
@Component
class WhenLedgerKnowsMoreThenTakeErasureUp {

    private static final Logger LOG = LoggerFactory.getLogger(WhenLedgerKnowsMoreThenTakeErasureUp.class);

    private final TakenUp takenUp;
    private final ErasureHistories histories;
    private final ErasureProgress progress;
    private final LedgerGate gate;
    private final AtomicBoolean due = new AtomicBoolean();

    WhenLedgerKnowsMoreThenTakeErasureUp(
            TakenUp takenUp, ErasureHistories histories, ErasureProgress progress, LedgerGate gate) {
        this.takenUp = takenUp;
        this.histories = histories;
        this.progress = progress;
        this.gate = gate;
    }

    @EventListener
    void on(LedgerReconciled itself) {
        due.set(true);
    }

    @Scheduled(fixedDelayString = "${lethe.retention.erasure.poll-every}")
    void look() {
        if (!gate.open() || !due.getAndSet(false)) {
            return;
        }
        try {
            for (var erasure : takenUp.candidates()) {
                if (isLeftUndone(erasure)) {
                    LOG.warn(
                            "the database that was put back did not know that erasure {} had removed keys: erasure {} brings it to its end",
                            erasure,
                            progress.takeUp(erasure));
                }
            }
        } catch (RuntimeException failed) {
            due.set(true);
            LOG.warn(
                    "what an older database does not know of erasures is not taken up for now: {}",
                    failed.getClass().getName());
        }
    }

    private boolean isLeftUndone(UUID erasure) {
        try {
            return histories.read(erasure, ErasureHistory::isOlderThanItsRemovals);
        } catch (Problem unknown) {
            return true;
        }
    }
}
