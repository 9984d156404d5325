package eu.lethe.bench.cost;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Understands what meters showed, or by how much they moved.
 *
 * @param seconds since some moment, or how long they took to move
 */
record Reading(double seconds, SortedMap<Meter, Double> values) {

    Reading {
        values = new TreeMap<>(values);
    }

    /** How far they moved since an earlier reading. */
    Reading since(Reading earlier) {
        var moved = new TreeMap<Meter, Double>();
        values.forEach((meter, value) -> moved.put(meter, value - earlier.of(meter)));
        return new Reading(seconds - earlier.seconds, moved);
    }

    /** What a stack at rest would have moved them by in the same time is nobody's doing. */
    Reading without(Reading atRest) {
        var share = seconds / atRest.seconds;
        var done = new TreeMap<Meter, Double>();
        values.forEach((meter, value) -> done.put(meter, Math.max(0, value - share * atRest.of(meter))));
        return new Reading(seconds, done);
    }

    /** The part of one of so many. */
    Reading each(int times) {
        return map(value -> value / times);
    }

    /** The part of a second. */
    Reading perSecond() {
        return map(value -> value / seconds);
    }

    private Reading map(UnaryOperator<Double> change) {
        var changed = new TreeMap<Meter, Double>();
        values.forEach((meter, value) -> changed.put(meter, change.apply(value)));
        return new Reading(seconds, changed);
    }

    double of(Meter meter) {
        return values.getOrDefault(meter, 0.0);
    }

    /** All of a kind together. */
    double all(Meter.Kind kind) {
        return values.entrySet().stream()
                .filter(one -> one.getKey().kind() == kind)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
