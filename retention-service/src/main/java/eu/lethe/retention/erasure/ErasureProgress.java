package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.Rotation;
import eu.lethe.retention.erasure.ErasureCommand.NoteDestruction;
import eu.lethe.retention.erasure.ErasureCommand.Preview;
import eu.lethe.retention.erasure.ErasureCommand.Recall;
import eu.lethe.retention.erasure.ErasureCommand.TakeUp;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Extent;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands what an erasure that was approved does next, by itself. It decides nothing: who is erased was decided by two
 * people, and each step looks again whether it may be taken.
 */
@Component
class ErasureProgress {

    private final ErasureHistories histories;
    private final CommandGateway commands;
    private final KeyLedger ledger;
    private final Epochs epochs;
    private final Rotation rotation;
    private final RemovedInBackups backups;
    private final ErasureProperties safeguards;
    private final BusinessClock clock;
    private final SecondThoughts thoughts;
    private final Clock wall = Clock.systemUTC();

    ErasureProgress(
            ErasureHistories histories,
            CommandGateway commands,
            KeyLedger ledger,
            Epochs epochs,
            Rotation rotation,
            RemovedInBackups backups,
            ErasureProperties safeguards,
            BusinessClock clock,
            SecondThoughts thoughts) {
        this.histories = histories;
        this.commands = commands;
        this.ledger = ledger;
        this.epochs = epochs;
        this.rotation = rotation;
        this.backups = backups;
        this.safeguards = safeguards;
        this.clock = clock;
        this.thoughts = thoughts;
    }

    /** Takes every step that can be taken now. */
    void advance(UUID erasureId) {
        for (var step = nextStep(erasureId); step.isPresent(); step = nextStep(erasureId)) {
            commands.sendAndWait(step.get());
        }
    }

    /**
     * Begins the erasure that brings to its end what another had begun, of which an older database does not know.
     *
     * @return the new one's id
     */
    UUID takeUp(UUID erasureId) {
        var run = UUID.randomUUID();
        commands.sendAndWait(new TakeUp(run, erasureId));
        return run;
    }

    /** Prepares an erasure that waited; somebody has to ask for it. */
    void prepare(Preview preview) {
        commands.sendAndWait(preview);
    }

    private Optional<ErasureCommand> nextStep(UUID erasureId) {
        if (isToBeRecalled(erasureId)) {
            return Optional.of(new Recall(erasureId));
        }
        var step = histories.read(erasureId, history -> history.next(clock, safeguards));
        if (step.isPresent() && step.get() instanceof NoteDestruction) {
            return destroyed(erasureId) ? step : Optional.empty();
        }
        return step;
    }

    /** Whether it was stopped and does not know it. Where that cannot be known only the removal of keys waits, which asks again. */
    private boolean isToBeRecalled(UUID erasureId) {
        try {
            return thoughts.against(erasureId)
                    .filter(how -> histories.read(erasureId, history -> history.doesNotKnow(how)))
                    .isPresent();
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** Whether no epoch is left in which the removed keys were wrapped; rotates when they have waited long enough. */
    private boolean destroyed(UUID erasureId) {
        var removed = ledger.extentOf(histories.read(erasureId, ErasureHistory::inLedger));
        var last = removed.map(Extent::lastEpoch).orElse(0);
        if (epochs.keptUpTo(last).isEmpty()) {
            return true;
        }
        // an epoch that is over already waits for its copies or its rows to go, which the rotation itself looks after
        var wrapsStill = epochs.current().filter(now -> now.number() <= last).isPresent();
        if (wrapsStill
                && removed.map(backups::rotationDueAt)
                        .filter(due -> due.isBefore(wall.instant()))
                        .isPresent()) {
            rotation.rotate();
        }
        return epochs.keptUpTo(last).isEmpty();
    }

    /** Whether nothing is left to do for an erasure that gives everybody back. */
    boolean isSettled(UUID erasureId) {
        return histories.read(erasureId, history -> history.state().givesBack() && history.suspended() == 0);
    }
}
