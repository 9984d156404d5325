package eu.lethe.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Understands how many bodies may be on their way through the gateway at a time, in all and of one caller, who must leave room
 * for the others. Whoever finds no place waits a moment, so that a burst passes.
 */
@Component
class Uploads {

    private static final long PATIENCE_SECONDS = 2;

    private final int perCaller;
    private final Semaphore places;
    private final Map<String, Places> callers = new ConcurrentHashMap<>();

    Uploads(GatewaySettings gateway) {
        this.perCaller = gateway.uploadsPerCaller();
        this.places = new Semaphore(gateway.uploads());
    }

    /** What one caller may take, and how many of their requests know of it. */
    private record Places(Semaphore free, int known) {}

    /** What runs while a place is taken. */
    interface Passing<X extends Exception, Y extends Exception> {
        void pass() throws X, Y;
    }

    /** Passes, or says why there is no place. */
    <X extends Exception, Y extends Exception> Optional<Problem.Cause> pass(String caller, Passing<X, Y> passing)
            throws X, Y {
        var own = enter(caller);
        try {
            if (!isTaken(own)) {
                return Optional.of(Problem.Cause.TOO_MANY);
            }
            try {
                if (!isTaken(places)) {
                    return Optional.of(Problem.Cause.BUSY);
                }
                try {
                    passing.pass();
                    return Optional.empty();
                } finally {
                    places.release();
                }
            } finally {
                own.release();
            }
        } finally {
            leave(caller);
        }
    }

    private Semaphore enter(String caller) {
        return callers.compute(
                        caller,
                        (_, before) -> before == null
                                ? new Places(new Semaphore(perCaller), 1)
                                : new Places(before.free(), before.known() + 1))
                .free();
    }

    private void leave(String caller) {
        callers.computeIfPresent(
                caller, (_, before) -> before.known() == 1 ? null : new Places(before.free(), before.known() - 1));
    }

    private static boolean isTaken(Semaphore free) {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
