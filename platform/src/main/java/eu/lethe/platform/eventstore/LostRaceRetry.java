package eu.lethe.platform.eventstore;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands what to do when a command loses the race for its aggregate: handle it again on the new state, in the same
 * thread, and give up with {@link LostRace} after some attempts.
 */
@SuppressWarnings("rawtypes") // as Axon declares the method
final class LostRaceRetry implements RetryScheduler {

    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final int attempts;

    LostRaceRetry(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!isLostRace(failure)) {
            return false;
        }
        if (failures.size() >= attempts || insideAnotherTransaction()) {
            throw new LostRace(failure);
        }
        pause(failures.size());
        dispatch.run();
        return true;
    }

    private static boolean isLostRace(Throwable failure) {
        return switch (failure) {
            case ConcurrencyException _, AggregateStreamCreationException _ -> true;
            case EventStoreException stored -> PostgresErrors.isConflict(stored);
            default -> false;
        };
    }

    /** A transaction that met a conflict can do nothing more: whoever began it has to begin again. */
    private static boolean insideAnotherTransaction() {
        return CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static void pause(int failures) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS) * (long) failures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
