package eu.lethe.retention.erasure;

import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Understands what somebody decided against an erasure, also when a database was put back that is older than that. */
@Component
class SecondThoughts {

    private static final Logger LOG = LoggerFactory.getLogger(SecondThoughts.class);

    private final StoppedErasures stopped;

    SecondThoughts(StoppedErasures stopped) {
        this.stopped = stopped;
    }

    /**
     * What stands against an erasure.
     *
     * @throws eu.lethe.platform.problem.Problem 503 when that cannot be known
     */
    Optional<Stop> against(UUID erasureId) {
        try {
            return stopped.of(erasureId);
        } catch (IllegalStateException unreadable) {
            LOG.error("erasures stand still: {}", unreadable.getMessage());
            throw Safeguard.STOPPED_UNREADABLE.refusal();
        }
    }

    /** Nobody is kept from stopping an erasure because a disk is full: the database knows it, and the log what is missing. */
    void stop(UUID erasureId, Stop how) {
        try {
            stopped.stopped(erasureId, how);
        } catch (UncheckedIOException | IllegalStateException full) {
            LOG.error(
                    "that erasure {} is {} could not be kept beside the epoch keys, and would be lost with the database: {}",
                    erasureId,
                    how.code(),
                    full.getMessage());
        }
    }

    /** Lets it go on. */
    void lift(UUID erasureId) {
        stopped.goesOn(erasureId);
    }
}
