package eu.lethe.platform.eventstore;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Understands that who has just written reads it back: the read models follow the events by a moment, and an answer to a
 * write waits for them. It looks when a processor of this process has committed what the same thread wrote last, and from time
 * to time besides: another instance may be the one that projects, which finds what was written here within a second. If they lag
 * for longer, the write is acknowledged all the same, for it is safe; what it wrote shows as soon as they have caught up.
 */
public final class ReadYourWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(8);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

    /** As many as are committed while somebody waits for one of them, and more. */
    private static final int REMEMBERED = 8192;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition COMMITTED = LOCK.newCondition();
    private static long commits;

    /** How many processors have committed what they made of an event. */
    private static final Map<String, Integer> COMMITTED_EVENTS = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The last event that a thread stored, until it waits for it. */
    private static final ThreadLocal<@Nullable String> WRITTEN = new ThreadLocal<>();

    private ReadYourWrites() {}

    /** Waits until what was written shows, or for two seconds. */
    public static void await(BooleanSupplier shows) {
        await(shows, PATIENCE, FIRST_PAUSE, LONGEST_PAUSE);
    }

    static void await(BooleanSupplier shows, Duration patience, Duration firstPause, Duration pauseOfWriters) {
        var written = WRITTEN.get();
        WRITTEN.remove();
        try {
            if (written == null) {
                awaitAnything(shows, patience, firstPause);
            } else {
                // none of it shows before a processor had it, so that a look at once would be in vain
                goOnLooking(shows, patience, pauseOfWriters, () -> COMMITTED_EVENTS.getOrDefault(written, 0), 0);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAnything(BooleanSupplier shows, Duration patience, Duration firstPause)
            throws InterruptedException {
        var seen = now(() -> commits);
        if (!shows.getAsBoolean()) {
            // many who wait for different things are woken by each commit
            Thread.sleep(BREATH);
            goOnLooking(shows, patience, firstPause, () -> commits, seen);
        }
    }

    private static void goOnLooking(
            BooleanSupplier shows, Duration patience, Duration firstPause, LongSupplier progress, long seenBefore)
            throws InterruptedException {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        var pause = firstPause;
        var seen = seenBefore;
        do {
            if (!anyProgress(progress, seen, pause)) {
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            seen = now(progress);
        } while (!shows.getAsBoolean() && System.nanoTime() - giveUpAt < 0);
    }

    /** What this event becomes, and those before it, is about to be waited for by the thread that stored them. */
    static void written(String eventId) {
        WRITTEN.set(eventId);
    }

    /** What a processor of this process made of an event is committed. */
    static void committed(String eventId) {
        LOCK.lock();
        try {
            commits++;
            COMMITTED_EVENTS.merge(eventId, 1, Integer::sum);
            COMMITTED.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    private static long now(LongSupplier progress) {
        LOCK.lock();
        try {
            return progress.getAsLong();
        } finally {
            LOCK.unlock();
        }
    }

    /** Waits for progress since what was seen, and says whether there was any. */
    private static boolean anyProgress(LongSupplier progress, long seen, Duration pause) throws InterruptedException {
        LOCK.lockInterruptibly();
        try {
            var left = pause.toNanos();
            while (progress.getAsLong() == seen && left > 0) {
                left = COMMITTED.awaitNanos(left);
            }
            return progress.getAsLong() != seen;
        } finally {
            LOCK.unlock();
        }
    }
}
