package eu.lethe.retention.hold;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.Comparison;
import eu.lethe.retention.epoch.KeptBesideKeys;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import eu.lethe.retention.epoch.KeptHolds;
import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import eu.lethe.retention.hold.HoldCommand.TellAgain;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Understands what is held, also when a database was put back that is older than that. */
@Component
public class HoldsBesideKeys {

    private static final Logger LOG = LoggerFactory.getLogger(HoldsBesideKeys.class);

    private final KeptHolds kept;
    private final Comparison comparison;
    private final Holds holds;
    private final CommandGateway commands;
    private final ApplicationEventPublisher events;

    HoldsBesideKeys(
            KeptHolds kept,
            KeptBesideKeys everKept,
            Holds holds,
            CommandGateway commands,
            ApplicationEventPublisher events) {
        this.kept = kept;
        this.comparison = new Comparison(What.LEGAL_HOLDS, everKept, kept::kept);
        this.holds = holds;
        this.commands = commands;
        this.events = events;
    }

    /** Keeps what this transaction decides of a hold, once that is committed and before whoever decided it is answered. */
    void keep(UUID holdId) {
        var hold = holds.of(holdId).orElseThrow().kept();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(hold);
            }
        });
    }

    /** Nobody is kept from placing a hold because a disk is full: until it is kept here, nothing is removed. */
    private void write(KeptHold hold) {
        try {
            kept.keep(List.of(hold));
        } catch (UncheckedIOException | IllegalStateException full) {
            comparison.doubt();
            LOG.error("hold {} is not kept beside the epoch keys yet: {}", hold.id(), full.getMessage());
        }
    }

    /**
     * Lets keys be removed: whatever is held is known here.
     *
     * @throws Problem 503 when that cannot be known, or not yet
     */
    public void requireKnown() {
        var _ = comparison.read(kept::all, HoldsBesideKeys::unknown);
        if (!comparison.isDone()) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "holds-unknown");
    }

    /**
     * Lets the database know what was placed and released after it was copied, and keeps beside the keys what it knows.
     *
     * @param whenLost what is to be done first where it was kept there and is lost: nobody knows what the database does not
     */
    public void complete(Runnable whenLost) {
        if (!comparison.isDone()) {
            comparison.make(lost -> {
                if (lost) {
                    whenLost.run();
                }
                var known = holds.kept();
                if (kept.kept()) {
                    kept.all().stream()
                            .filter(hold -> hold.tellsMoreThan(known.get(hold.id())))
                            .forEach(this::tell);
                }
                kept.keep(known.values());
            });
        }
    }

    private void tell(KeptHold hold) {
        commands.sendAndWait(new TellAgain(hold.id(), hold));
        events.publishEvent(new HoldEnded());
        LOG.warn("what was decided of hold {} was not known to the database, and is again", hold.id());
    }
}
