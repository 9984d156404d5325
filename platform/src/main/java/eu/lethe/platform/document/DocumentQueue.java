package eu.lethe.platform.document;

import eu.lethe.platform.problem.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/**
 * Understands that documents are made one after the other: each takes memory and a processor, and whoever reads a file
 * meanwhile must not feel it. A few may wait, none for long.
 */
public final class DocumentQueue {

    private static final int MOST_WAITING = 4;
    private static final int PATIENCE_SECONDS = 60;

    private static final ReentrantLock MAKING = new ReentrantLock(/* fair= */ true);
    private static final Semaphore WAITING = new Semaphore(1 + MOST_WAITING);

    private DocumentQueue() {}

    /**
     * Makes a document when it is its turn; what gathers its content and then lays it out has one turn for both.
     *
     * @throws Problem 503 when too many wait, or this one has waited for too long
     */
    public static <T> T inTurn(Supplier<T> document) {
        if (MAKING.isHeldByCurrentThread()) {
            return document.get();
        }
        if (!WAITING.tryAcquire()) {
            throw busy();
        }
        try {
            if (!MAKING.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            try {
                return document.get();
            } finally {
                MAKING.unlock();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            WAITING.release();
        }
    }

    private static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }
}
