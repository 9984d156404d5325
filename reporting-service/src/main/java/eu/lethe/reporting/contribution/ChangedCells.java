package eu.lethe.reporting.contribution;

import eu.lethe.reporting.grid.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Understands by how much which figure changes when what a person adds does: one for each thing that they add anew or no
 * longer, but for a household, which counts with the first of its members and goes with the last.
 */
@Component
class ChangedCells {

    /** One order for all writers, so that of two households neither waits for another who waits for it. */
    private static final Comparator<Contribution> ORDER = Comparator.comparing(Contribution::cell)
            .thenComparing(Contribution::of, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final HouseholdsReceived households;

    ChangedCells(HouseholdsReceived households) {
        this.households = households;
    }

    /** What changes. The households' members are counted by it: it is asked once for each change. */
    Map<Cell, Long> changeOf(List<Contribution> gained, List<Contribution> lost) {
        var change = new TreeMap<Cell, Long>();
        gained.stream()
                .sorted(ORDER)
                .filter(households::countsWith)
                .forEach(one -> change.merge(one.cell(), 1L, Long::sum));
        lost.stream()
                .sorted(ORDER)
                .filter(households::goesWith)
                .forEach(one -> change.merge(one.cell(), -1L, Long::sum));
        return change;
    }
}
