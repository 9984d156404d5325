package eu.lethe.reporting.contribution;

import eu.lethe.reporting.grid.Cell;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which households count in a year and unit, and how many of their members were met: never which. Who was erased
 * stays in that number, since nothing tells any longer whose it was; so what they added stays in the figures.
 */
@Component
public class HouseholdsReceived {

    private final JdbcClient database;

    HouseholdsReceived(JdbcClient database) {
        this.database = database;
    }

    /** Takes note of what one more person adds; whether a figure is one higher for it. */
    boolean countsWith(Contribution added) {
        return added.sharedHousehold()
                .map(household -> database.sql("""
                                insert into household_received (year, unit, household_id, members) values (?, ?, ?, 1)
                                on conflict (year, unit, household_id)
                                do update set members = household_received.members + 1
                                returning members""")
                                .params(added.year(), added.unit(), household)
                                .query(Long.class)
                                .single()
                        == 1)
                .orElse(true);
    }

    /** Takes note of what a person adds no longer; whether a figure is one lower for it. */
    boolean goesWith(Contribution gone) {
        return gone.sharedHousehold()
                .map(household -> {
                    var left = database.sql("""
                                    update household_received set members = members - 1
                                     where year = ? and unit = ? and household_id = ? returning members""")
                            .params(gone.year(), gone.unit(), household)
                            .query(Long.class)
                            .optional();
                    database.sql("delete from household_received where members < 1")
                            .update();
                    return left.filter(members -> members == 0).isPresent();
                })
                .orElse(true);
    }

    /**
     * Takes from the members those who are about to be counted anew. Who remains was erased, or is suspended just now.
     *
     * @return the cell of each household that no longer has any
     */
    public List<Cell> leaveOut(Collection<ContributionSet> living) {
        return living.stream()
                .flatMap(set -> set.contributed().stream())
                .filter(one -> one.sharedHousehold().isPresent() && goesWith(one))
                .map(Contribution::cell)
                .toList();
    }
}
