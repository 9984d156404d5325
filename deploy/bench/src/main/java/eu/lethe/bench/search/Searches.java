package eu.lethe.bench.search;

import eu.lethe.bench.population.Remembered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * How a number of searches went.
 *
 * @param names what was typed, in that order
 * @param nanoseconds of each, shortest first
 * @param found those who had who was meant among the first five
 */
record Searches(List<Remembered> names, List<Long> nanoseconds, Set<Remembered> found) {

    static final int FIRST = 5;

    /** Makes the searches, one after the other. */
    static Searches of(List<Remembered> names, BiFunction<String, Integer, List<UUID>> search) {
        var times = new ArrayList<Long>();
        var found = new HashSet<Remembered>();
        for (var name : names) {
            var begin = System.nanoTime();
            var first = search.apply(name.typed(), FIRST);
            times.add(System.nanoTime() - begin);
            if (first.contains(name.sought())) {
                found.add(name);
            }
        }
        return new Searches(names, times.stream().sorted().toList(), found);
    }

    double milliseconds(int percentile) {
        return nanoseconds.get((nanoseconds.size() * percentile - 1) / 100) / 1e6;
    }

    /** In percent, of so many of the names. */
    double recall(List<Remembered> some) {
        return 100.0 * some.stream().filter(found::contains).count() / some.size();
    }
}
