package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.Comparison;
import eu.lethe.retention.epoch.KeptBesideKeys;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.keys.RemovalTurn;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Understands what somebody decided against an erasure, also when a database was put back that is older than that. */
@Component
class SecondThoughts {

    private static final Logger LOG = LoggerFactory.getLogger(SecondThoughts.class);

    private final StoppedErasures stopped;
    private final Comparison comparison;
    private final StoredDecisions stored;
    private final RemovalTurn turn;
    private final Map<UUID, Stop> unkept = new ConcurrentHashMap<>();

    SecondThoughts(StoppedErasures stopped, KeptBesideKeys everKept, StoredDecisions stored, RemovalTurn turn) {
        this.stopped = stopped;
        this.comparison = new Comparison(What.STOPPED_ERASURES, everKept, stopped::kept);
        this.stored = stored;
        this.turn = turn;
    }

    /**
     * What stands against an erasure.
     *
     * @throws Problem 503 when that cannot be known
     */
    Optional<Stop> against(UUID erasureId) {
        return comparison.read(() -> stopped.of(erasureId), Safeguard.STOPPED_UNREADABLE::refusal);
    }

    /**
     * Waits for whoever is deciding on an erasure: what they decided is kept here before the database knows of it, and looks until
     * then as if an older one had been put back.
     */
    void hearOut(UUID erasureId) {
        turn.toDecideOn(erasureId);
    }

    /** In the transaction that stops it. */
    void stop(UUID erasureId, Stop how) {
        hearOut(erasureId);
        keep(erasureId, how);
    }

    /** Nobody is kept from stopping an erasure because a disk is full: the database knows it, and it is kept here later. */
    void keep(UUID erasureId, Stop how) {
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
     * Lets it go on, in the transaction that does; a start after a crash before its end keeps it here again. What could not be
     * taken out here lets it stand still once more.
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
        if (comparison.isDone() && unkept.isEmpty()) {
            return;
        }
        comparison.make(lost -> {
            var lacking = new HashMap<>(lost ? stored.unknown() : Map.<UUID, Stop>of());
            lacking.putAll(stored.stopped());
            lacking.putAll(unkept);
            stopped.stopped(lacking);
            lacking.forEach(unkept::remove);
        });
    }

    /** Of what might not be allowed any more, as far as anybody knows, nothing goes on until somebody lets it. */
    void nobodyKnows() {
        stopped.stopped(stored.unknown());
    }
}
