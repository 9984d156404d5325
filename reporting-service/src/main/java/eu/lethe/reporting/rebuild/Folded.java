package eu.lethe.reporting.rebuild;

import eu.lethe.reporting.grid.Cell;
import java.util.Map;
import java.util.TreeMap;

/**
 * Understands the share of the figures that nobody can be asked for any more: of the erased, and of those whose key is
 * suspended just now.
 */
record Folded(Map<Cell, Long> values) {

    /** What remains of the totals without the living. */
    static Folded of(Map<Cell, Long> totals, Iterable<Cell> living) {
        var values = new TreeMap<>(totals);
        living.forEach(cell -> values.merge(cell, -1L, Long::sum));
        // a figure below what the living add up to was wrong; the erased cannot have taken from it
        values.values().removeIf(value -> value <= 0);
        return new Folded(values);
    }
}
