package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.KeptBesideKeys;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Understands what somebody decided against an erasure, also when a database was put back that is older than that. */
@Component
class SecondThoughts {

    private static final Logger LOG = LoggerFactory.getLogger(SecondThoughts.class);

    private final StoppedErasures stopped;
    private final KeptBesideKeys everKept;
    private final ErasureRuns runs;
    private final Map<UUID, Stop> unkept = new ConcurrentHashMap<>();
    private final AtomicBoolean compared = new AtomicBoolean();
    private final AtomicBoolean unreadable = new AtomicBoolean();

    SecondThoughts(StoppedErasures stopped, KeptBesideKeys everKept, ErasureRuns runs) {
        this.stopped = stopped;
        this.everKept = everKept;
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
            // what is put in its place may be older
            compared.set(false);
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
            unkept.put(erasureId, how);
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
        unkept.remove(erasureId, known);
        try {
            stopped.goesOn(erasureId, known);
        } catch (UncheckedIOException | IllegalStateException full) {
            LOG.error(
                    "that erasure {} goes on could not be kept beside the epoch keys: {}",
                    erasureId,
                    full.getMessage());
        }
    }

    /**
     * Keeps what could not be kept when it was decided, or was decided before there was such a place. Where that place was lost,
     * nobody knows any more what the database does not: what might have been stopped stands still.
     */
    void complete() {
        if (compared.get() && unkept.isEmpty() && stopped.kept()) {
            return;
        }
        // in this order: another instance first keeps, and then notes that it did
        var keptBefore = everKept.noted(What.STOPPED_ERASURES);
        var kept = stopped.kept();
        var lacking = new HashMap<UUID, Stop>();
        if (keptBefore && !kept) {
            LOG.error(
                    "what was kept beside the epoch keys of which erasures were stopped is lost: none goes on by itself");
            runs.stillToStop().forEach(erasure -> lacking.put(erasure, Stop.UNKNOWN));
        }
        lacking.putAll(runs.stopped());
        lacking.putAll(unkept);
        stopped.stopped(lacking);
        if (!keptBefore) {
            everKept.note(What.STOPPED_ERASURES);
        }
        compared.set(true);
        lacking.forEach(unkept::remove);
    }
}
