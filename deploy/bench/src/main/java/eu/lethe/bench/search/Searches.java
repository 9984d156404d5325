package eu.lethe.bench.search;

import eu.lethe.bench.population.Remembered;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * How a number of searches went.
 *
 * @param nanoseconds of each, shortest first
 * @param found how many had who was meant among the first five
 */
record Searches(List<Long> nanoseconds, int found) {

    static final int FIRST = 5;

    /** Makes the searches, one after the other. */
    static Searches of(List<Remembered> names, BiFunction<String, Integer, List<UUID>> search) {
        var times = new java.util.ArrayList<Long>();
        var found = 0;
        for (var name : names) {
            var begin = System.nanoTime();
            var first = search.apply(name.typed(), FIRST);
            times.add(System.nanoTime() - begin);
            if (first.contains(name.sought())) {
                found++;
            }
        }
        return new Searches(times.stream().sorted().toList(), found);
    }

    double milliseconds(int percentile) {
        return nanoseconds.get((nanoseconds.size() * percentile - 1) / 100) / 1e6;
    }

    double recall() {
        return 100.0 * found / nanoseconds.size();
    }
}
