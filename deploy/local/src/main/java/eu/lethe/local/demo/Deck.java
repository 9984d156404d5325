package eu.lethe.local.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands drawing without repeating: nothing comes again before all has come, nor twice in a row. */
final class Deck<T> {

    private final List<T> all;
    private final Chance chance;
    private final Deque<T> left = new ArrayDeque<>();
    private @Nullable T last;

    Deck(List<T> all, Chance chance) {
        this.all = all;
        this.chance = chance;
    }

    T draw() {
        if (left.isEmpty()) {
            left.addAll(chance.shuffled(all));
            if (left.getFirst().equals(last)) {
                left.addLast(left.removeFirst());
            }
        }
        var drawn = left.removeFirst();
        last = drawn;
        return drawn;
    }
}
