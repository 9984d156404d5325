package eu.lethe.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Understands that who has just written reads it back: the read models follow the events by a moment, and an answer to a
 * write waits for them. It looks when a processor of this process has committed, and from time to time besides: another
 * instance may be the one that projects. If they lag for longer, the write is acknowledged all the same, for it is safe; what
 * it wrote shows as soon as they have caught up.
 */
public final class ReadYourWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(8);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition COMMITTED = LOCK.newCondition();
    private static long commits;

    private ReadYourWrites() {}

    /** Waits until what was written shows, or for two seconds. */
    public static void await(BooleanSupplier shows) {
        await(shows, PATIENCE, FIRST_PAUSE);
    }

    static void await(BooleanSupplier shows, Duration patience, Duration firstPause) {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        var pause = firstPause;
        var seen = commits();
        while (!shows.getAsBoolean() && System.nanoTime() - giveUpAt < 0) {
            try {
                // many who wait for different things are woken by each commit
                Thread.sleep(BREATH);
                if (!anotherCommit(seen, pause)) {
                    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
            seen = commits();
        }
    }

    /** What a processor of this process made of events is committed. */
    static void committed() {
        LOCK.lock();
        try {
            commits++;
            COMMITTED.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    private static long commits() {
        LOCK.lock();
        try {
            return commits;
        } finally {
            LOCK.unlock();
        }
    }

    /** Waits for a commit after those that were seen; says whether one came. */
    private static boolean anotherCommit(long seen, Duration pause) throws InterruptedException {
        LOCK.lockInterruptibly();
        try {
            var left = pause.toNanos();
            while (commits == seen && left > 0) {
                left = COMMITTED.awaitNanos(left);
            }
            return commits != seen;
        } finally {
            LOCK.unlock();
        }
    }
}
