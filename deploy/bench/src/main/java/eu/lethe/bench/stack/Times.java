package eu.lethe.bench.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long something took each time it was done.
 *
 * @param nanoseconds shortest first
 */
public record Times(List<Long> nanoseconds) {

    /** Something that is measured. */
    @FunctionalInterface
    public interface Work {
        /** Does it once more. */
        void doOnce() throws Exception;
    }

    /** Each of the workers does it so many times, all workers at once. */
    public static Times of(List<? extends Work> workers, int times) throws InterruptedException {
        var nanoseconds = Collections.synchronizedList(new ArrayList<Long>());
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var rounds = workers.stream()
                    .<Callable<Void>>map(work -> () -> {
                        for (var round = 0; round < times; round++) {
                            var begin = System.nanoTime();
                            work.doOnce();
                            nanoseconds.add(System.nanoTime() - begin);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> round : threads.invokeAll(rounds)) {
                round.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("what was to be measured failed", failed.getCause());
        }
        return new Times(nanoseconds.stream().sorted().toList());
    }

    /** Of a hundred, so many took no longer. */
    public double milliseconds(int percentile) {
        return nanoseconds.get((nanoseconds.size() * percentile - 1) / 100) / 1e6;
    }
}
