package eu.lethe.retention.erasure;

import eu.lethe.retention.epoch.Rotation;
import eu.lethe.retention.hold.HoldsBesideKeys;
import eu.lethe.retention.keys.LedgerGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands that time passes: graces end, epochs grow old, and what a crash interrupted is still to be done. All it knows
 * it reads anew each time, so that any instance may do it, and two do no harm.
 */
@Component
class WhenAStepIsDueThenTakeIt {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAStepIsDueThenTakeIt.class);

    private final ErasureRuns runs;
    private final ErasureProgress progress;
    private final Rotation rotation;
    private final LedgerGate gate;
    private final HoldsBesideKeys holds;
    private final SecondThoughts thoughts;

    WhenAStepIsDueThenTakeIt(
            ErasureRuns runs,
            ErasureProgress progress,
            Rotation rotation,
            LedgerGate gate,
            HoldsBesideKeys holds,
            SecondThoughts thoughts) {
        this.runs = runs;
        this.progress = progress;
        this.rotation = rotation;
        this.gate = gate;
        this.holds = holds;
        this.thoughts = thoughts;
    }

    @Scheduled(fixedDelayString = "${lethe.retention.erasure.poll-every}")
    void look() {
        if (!gate.open()) {
            // nothing goes on while what was removed may have come back; reconciliation says so
            return;
        }
        attempt("what is held", () -> holds.complete(thoughts::nobodyKnows));
        attempt("what was stopped", thoughts::complete);
        attempt("rotation of epochs", rotation::keepUp);
        for (var erasure : runs.underWay()) {
            attempt("erasure " + erasure, () -> {
                progress.advance(erasure);
                if (progress.isSettled(erasure)) {
                    runs.settled(erasure);
                }
            });
        }
    }

    /** One that fails must not keep the others waiting; it is tried again at the next look. */
    private static void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} does not go on for now: {}", what, causes(failed));
        }
    }

    private static String causes(Throwable failure) {
        var cause = failure.getCause();
        return failure.getClass().getName() + (cause == null ? "" : " < " + causes(cause));
    }
}
