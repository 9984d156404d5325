package eu.lethe.reporting.contribution;

import eu.lethe.reporting.grid.Cell;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Understands by how much which figure changes when what a person adds does: one for each thing that they add anew or no
 * longer, but for a household, which counts with the first of its members and goes with the last.
 */
@Component
public class ChangedCells {

    private final HouseholdsReceived households;

    ChangedCells(HouseholdsReceived households) {
        this.households = households;
    }

    /** What changes. The households' members are counted by it: it is asked once for each change. */
    public Map<Cell, Long> changeOf(ContributionSet before, ContributionSet after) {
        var had = before.contributed();
        var has = after.contributed();
        var change = new TreeMap<Cell, Long>();
        has.stream()
                .filter(one -> !had.contains(one) && households.countsWith(one))
                .forEach(one -> change.merge(one.cell(), 1L, Long::sum));
        had.stream()
                .filter(one -> !has.contains(one) && households.goesWith(one))
                .forEach(one -> change.merge(one.cell(), -1L, Long::sum));
        return change;
    }
}
