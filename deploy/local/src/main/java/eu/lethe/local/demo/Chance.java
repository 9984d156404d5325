package eu.lethe.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Understands chance that repeats itself: the same seed and index give the same choices, whatever came before. */
final class Chance {

    private static final long SEED = 20_261_124L;

    private final SplittableRandom random;

    Chance(int index) {
        this.random = new SplittableRandom(SEED * 1_000_003L + index);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T oneOf(List<T> list, ToIntFunction<T> share) {
        var drawn = random.nextInt(list.stream().mapToInt(share).sum());
        for (var item : list) {
            drawn -= share.applyAsInt(item);
            if (drawn < 0) {
                return item;
            }
        }
        throw new IllegalStateException("shares add up to their sum");
    }

    <T> List<T> shuffled(List<T> list) {
        var left = new ArrayList<>(list);
        var mixed = new ArrayList<T>();
        while (!left.isEmpty()) {
            mixed.add(left.remove(random.nextInt(left.size())));
        }
        return mixed;
    }
}
