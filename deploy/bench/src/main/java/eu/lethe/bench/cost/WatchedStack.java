package eu.lethe.bench.cost;

import eu.lethe.bench.stack.Times;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Understands what something cost a stack: whatever its meters moved by from rest to rest, without what they move by anyway. An
 * answer ends nothing: what it caused goes on from service to service for a while.
 */
final class WatchedStack {

    /** As long as a connection with nothing to do may wait before it says how much it committed. */
    private static final Duration LATEST_WORD = Duration.ofSeconds(11);

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    /** Seconds: after thousands of contacts the figures are counted for minutes more. */
    private static final int PATIENCE = 900;

    private final List<Meters> meters;
    private Reading atRest = new Reading(1, new TreeMap<>());

    WatchedStack(List<Meters> meters) {
        this.meters = List.copyOf(meters);
    }

    /** Learns what a stack costs to which nobody comes; what it costs in a second. */
    Reading rest() throws IOException, SQLException, InterruptedException {
        Thread.sleep(A_WHILE);
        var before = read();
        Thread.sleep(A_WHILE);
        atRest = read().since(before);
        return atRest.perSecond();
    }

    /** What one of these cost. */
    Reading costOf(List<? extends Times.Work> workers, int times)
            throws IOException, SQLException, InterruptedException {
        awaitRest();
        var before = read();
        Times.of(workers, times);
        awaitRest();
        return read().since(before).without(atRest).each(workers.size() * times);
    }

    /** Until two seconds after each other it does little more than at rest, and has told all that it did. */
    void awaitRest() throws IOException, SQLException, InterruptedException {
        var usual = atRest.perSecond().all(Meter.Kind.PROCESSOR);
        var quiet = 0;
        for (var second = 0; quiet < 2; second++) {
            if (second > PATIENCE) {
                throw new IllegalStateException("the stack does not come to rest");
            }
            var before = read();
            Thread.sleep(1_000);
            var busy = read().since(before).perSecond().all(Meter.Kind.PROCESSOR);
            quiet = busy < 2 * usual + 50 ? quiet + 1 : 0;
        }
        Thread.sleep(LATEST_WORD);
    }

    private Reading read() throws IOException, SQLException, InterruptedException {
        var values = new TreeMap<Meter, Double>();
        var at = System.nanoTime() / 1e9;
        for (var some : meters) {
            values.putAll(some.read());
        }
        return new Reading(at, values);
    }
}
