package eu.lethe.platform.eventstore;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Understands that who has just written reads it back: the read models follow the events some 20 ms behind, and an answer
 * to a write waits for them. If they lag for longer, the write is acknowledged all the same, for it is safe; what it wrote
 * shows as soon as they have caught up. Asking the tables holds for several instances too, whichever of them projects.
 */
public final class ReadYourWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

    private ReadYourWrites() {}

    /** Waits until what was written shows, or for two seconds. */
    public static void await(BooleanSupplier shows) {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        while (!shows.getAsBoolean() && System.nanoTime() - giveUpAt < 0) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
