package eu.lethe.reporting.rebuild;

import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.reporting.contribution.Contribution;
import eu.lethe.reporting.contribution.ContributionSet;
import eu.lethe.reporting.contribution.ContributionSets;
import eu.lethe.reporting.contribution.ContributionSets.Stored;
import eu.lethe.reporting.contribution.Counting;
import eu.lethe.reporting.contribution.HouseholdsReceived;
import eu.lethe.reporting.contribution.WriteLocks;
import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Totals;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands how to count everything again. The living are counted anew from what is still recorded; what the erased had
 * added is folded, that is, kept as a number. All of it is one transaction: until it ends, the figures are the old ones.
 */
@Component
class Rebuild {

    private static final int ROUND_TRIP = 500;

    /**
     * What was done.
     *
     * @param contacts read again
     * @param counted sealed sets made anew
     * @param kept sealed sets left as they are, their keys being suspended
     */
    record Outcome(int contacts, int counted, int kept) {}

    private final ContributionSets sets;
    private final Counting counting;
    private final HouseholdsReceived households;
    private final Totals totals;
    private final WriteLocks locks;
    private final ContactHistory history;
    private final JdbcClient database;

    Rebuild(
            ContributionSets sets,
            Counting counting,
            HouseholdsReceived households,
            Totals totals,
            WriteLocks locks,
            ContactHistory history,
            JdbcClient database) {
        this.sets = sets;
        this.counting = counting;
        this.households = households;
        this.totals = totals;
        this.locks = locks;
        this.history = history;
        this.database = database;
    }

    /**
     * Counts everybody again.
     *
     * @throws KeyRefused when somebody who was to be counted anew is suspended or erased meanwhile; nothing has changed then, and who
     *     tries again keeps what they had added
     */
    @Transactional
    public Outcome run() {
        locks.takeAll();
        var stored = sets.all();
        var living = open(stored);
        var folded = Folded.of(totals.all(), cells(living.values()));
        remember(folded);
        living.keySet().forEach(sets::delete);
        totals.clear();
        totals.add(folded.values());
        counting.waitForNothing();
        var takenOut = living.keySet().stream().map(Stored::key).collect(Collectors.toSet());
        var told = new HashSet<UUID>();
        var contacts = new AtomicInteger();
        history.forEachEvent(event -> {
            counting.countInRebuild(event, takenOut);
            switch (event) {
                case ContactRecorded recorded -> {
                    told.add(recorded.contactId());
                    contacts.incrementAndGet();
                }
                case ContactCoded coded -> told.add(coded.contactId());
                case ContactWithdrawn withdrawn -> told.add(withdrawn.contactId());
                case ContactRestored restored -> told.add(restored.contactId());
                default -> {}
            }
        });
        living.forEach((before, had) -> keepUntold(before, had, told));
        return new Outcome(contacts.get(), living.size(), stored.size() - living.size());
    }

    private Map<Stored, ContributionSet> open(List<Stored> stored) {
        var living = new LinkedHashMap<Stored, ContributionSet>();
        for (var from = 0; from < stored.size(); from += ROUND_TRIP) {
            var chunk = stored.subList(from, Math.min(from + ROUND_TRIP, stored.size()));
            sets.prepare(chunk);
            for (var set : chunk) {
                openIfLeased(set).ifPresent(opened -> living.put(set, opened));
            }
        }
        return living;
    }

    /** Empty for the suspended, who come back or are folded for good, and for the gone, whose message is on its way. */
    private Optional<ContributionSet> openIfLeased(Stored set) {
        try {
            return Optional.of(sets.open(set));
        } catch (KeyRefused _) {
            return Optional.empty();
        }
    }

    /** What the figures are higher by because of the living: a household that counts for others as well is not among it. */
    private List<Cell> cells(Collection<ContributionSet> living) {
        var alone = living.stream()
                .flatMap(set -> set.contributed().stream())
                .filter(one -> one.sharedHousehold().isEmpty())
                .map(Contribution::cell);
        return Stream.concat(alone, households.leaveOut(living).stream()).toList();
    }

    private void remember(Folded folded) {
        database.sql("delete from folded").update();
        folded.values()
                .forEach((cell, value) -> database.sql(
                                "insert into folded (year, unit, measure, area, value) values (?, ?, ?, coalesce(?, ''), ?)")
                        .param(cell.year())
                        .param(cell.unit())
                        .param(cell.measure().code())
                        .param(cell.area())
                        .param(value)
                        .update());
    }

    /**
     * Somebody may have been counted because of a contact that has been pruned since: the file of another person mentioned
     * them, and that person was erased; or its text was destroyed alone. They were met all the same.
     */
    private void keepUntold(Stored before, ContributionSet had, Set<UUID> told) {
        had.parts().stream()
                .filter(part -> !told.contains(part.contactId()))
                .forEach(part -> counting.keep(before.whose(), part));
    }
}
