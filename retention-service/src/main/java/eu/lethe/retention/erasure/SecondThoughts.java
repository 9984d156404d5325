package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Understands what somebody decided against an erasure, also when a database was put back that is older than that. */
@Component
class SecondThoughts {

    private static final Logger LOG = LoggerFactory.getLogger(SecondThoughts.class);

    private final StoppedErasures stopped;
    private final ErasureRuns runs;
    private final AtomicBoolean incomplete = new AtomicBoolean(true);
    private final AtomicBoolean unreadable = new AtomicBoolean();

    SecondThoughts(StoppedErasures stopped, ErasureRuns runs) {
        this.stopped = stopped;
        this.runs = runs;
    }

    /**
     * What stands against an erasure.
     *
     * @throws Problem 503 when that cannot be known
     */
    Optional<Stop> against(UUID erasureId) {
        try {
            var against = stopped.of(erasureId);
            unreadable.set(false);
            return against;
        } catch (IllegalStateException unread) {
            if (!unreadable.getAndSet(true)) {
                LOG.error("no key is removed: {}", unread.getMessage());
            }
            throw Safeguard.STOPPED_UNREADABLE.refusal();
        }
    }

    /** Nobody is kept from stopping an erasure because a disk is full: the database knows it, and it is kept here later. */
    void stop(UUID erasureId, Stop how) {
        try {
            stopped.stopped(Map.of(erasureId, how));
        } catch (UncheckedIOException | IllegalStateException full) {
            incomplete.set(true);
            LOG.error(
                    "that erasure {} is {} is not kept beside the epoch keys yet: {}",
                    erasureId,
                    how.code(),
                    full.getMessage());
        }
    }

    /**
     * Lets it go on, once the database knows that. What could not be taken out here lets it stand still once more.
     *
     * @param known how it had been stopped, as far as who lets it go on was told
     */
    void lift(UUID erasureId, Stop known) {
        try {
            stopped.goesOn(erasureId, known);
        } catch (UncheckedIOException | IllegalStateException full) {
            LOG.error(
                    "that erasure {} goes on could not be kept beside the epoch keys: {}",
                    erasureId,
                    full.getMessage());
        }
    }

    /** Keeps what the database knows to be stopped and could not be kept here, or was stopped before there was such a place. */
    void complete() {
        if (!incomplete.getAndSet(false)) {
            return;
        }
        try {
            stopped.stopped(runs.stopped());
        } catch (RuntimeException full) {
            incomplete.set(true);
            throw full;
        }
    }
}
