package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.erasure.SealedColumns;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.reporting.contribution.ContributionSet.Part;
import eu.lethe.reporting.contribution.CountedPart.Entered;
import eu.lethe.reporting.contribution.CountedPart.Moved;
import eu.lethe.reporting.contribution.CountedPart.TakenBack;
import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import eu.lethe.reporting.grid.Totals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Understands how a contact enters the figures, and leaves them: what each person adds that they had not added before goes
 * into the totals and into that person's sealed set, and what no contact supports any longer comes out of both. Who met or
 * wrote does not matter, and is never read.
 */
@Component
public class Counting {

    private final ContributionSets sets;
    private final AwaitingKey awaiting;
    private final SealedColumns columns;
    private final ChangedCells cells;
    private final Totals totals;
    private final AreasOfCodes areas;
    private final WriteLocks locks;
    private final Opener opener;
    private final LeasedKeys keys;
    private final MeterRegistry meters;

    Counting(
            ContributionSets sets,
            AwaitingKey awaiting,
            SealedColumns columns,
            ChangedCells cells,
            Totals totals,
            AreasOfCodes areas,
            WriteLocks locks,
            Opener opener,
            LeasedKeys keys,
            MeterRegistry meters) {
        this.sets = sets;
        this.awaiting = awaiting;
        this.columns = columns;
        this.cells = cells;
        this.totals = totals;
        this.areas = areas;
        this.locks = locks;
        this.opener = opener;
        this.keys = keys;
        this.meters = meters;
    }

    /** Leases, in one round trip, the keys that counting these events takes. */
    void leaseKeysFor(Collection<? extends DomainEvent> events) {
        leaseKeysOf(
                events.stream().flatMap(event -> CountedPart.of(event).stream()).toList());
    }

    private void leaseKeysOf(List<CountedPart> shares) {
        keys.prefetchCurrent(shares.stream()
                .filter(Entered.class::isInstance)
                .map(share -> new KeyLeases.Current(share.personId(), share.compartment()))
                .toList());
    }

    /** Counts what happened to a contact, within the transaction of the caller. Counting it again changes nothing. */
    public void count(DomainEvent event) {
        var shares = CountedPart.of(event);
        locks.take(personsOf(shares));
        count(shares, true);
    }

    /** Counts what happened to a contact for who has taken all locks. */
    public void countInRebuild(DomainEvent event) {
        count(CountedPart.of(event), false);
    }

    /** Counts what waited for a key of this person, in the order in which it happened. */
    public void countWhatWaitedFor(UUID personId) {
        locks.take(List.of(personId));
        awaiting.take(personId).forEach(share -> count(List.of(share), true));
    }

    /** Forgets what waits: who rebuilds counts it again. */
    public void waitForNothing() {
        awaiting.clear();
    }

    /** Deletes what the figures know of a person under these keys. The figures stand. */
    public void forget(UUID personId, Collection<KeyId> removed) {
        locks.take(List.of(personId));
        keys.evict(personId, removed.stream().map(KeyId::compartment).collect(Collectors.toSet()));
        columns.forget(personId, removed);
    }

    /** In turns: whom a contact mentioned before is known only once its own part is open. */
    private void count(List<CountedPart> shares, boolean taking) {
        leaseKeysOf(shares);
        var change = new TreeMap<Cell, Long>();
        var following = new ArrayList<CountedPart>();
        shares.forEach(share -> following.addAll(enter(share, change)));
        if (taking && !following.isEmpty()) {
            locks.take(personsOf(following));
        }
        following.forEach(share -> enter(share, change));
        totals.change(change);
    }

    /** Enters a share, and says what follows from it for others. */
    private List<CountedPart> enter(CountedPart share, Map<Cell, Long> change) {
        if (awaiting.holds(share.personId(), share.compartment())) {
            awaiting.remember(share);
            outcome("awaiting-key");
            return List.of();
        }
        try {
            var before = sets.of(share.personId(), share.compartment());
            var after = after(before, share);
            if (after.equals(before)) {
                outcome("known");
            } else {
                sets.store(share.personId(), share.compartment(), after);
                cells.changeOf(before, after).forEach((cell, value) -> change.merge(cell, value, Long::sum));
                outcome("counted");
            }
            return following(share, before);
        } catch (KeyRefused refused) {
            if (refused.reason() == KeyRefused.Cause.SUSPENDED) {
                awaiting.remember(share);
                outcome("awaiting-key");
            } else {
                // erased before it could be counted; who never leased a key is told no more than 'unknown'
                outcome("unreadable");
            }
            return List.of();
        }
    }

    private ContributionSet after(ContributionSet before, CountedPart share) {
        return switch (share) {
            case Entered entered ->
                before.with(new Part(entered.contactId(), contributionsOf(entered), entered.mentioned()));
            case Moved moved ->
                before.by(moved.contactId())
                        .map(part -> before.with(part.moved(moved.year(), moved.home(), moved.mentioned())))
                        .orElse(before);
            case TakenBack back -> before.without(back.contactId());
        };
    }

    private static List<CountedPart> following(CountedPart share, ContributionSet before) {
        var part = before.by(share.contactId());
        if (part.isEmpty() || !share.compartment().equals(Compartment.CODING)) {
            return List.of();
        }
        var had = part.get().mentioned();
        return switch (share) {
            case Entered _ -> List.of();
            case TakenBack _ ->
                had.stream().map(other -> takenBack(share, other)).toList();
            case Moved moved ->
                Stream.concat(
                                had.stream()
                                        .filter(other -> !moved.mentioned().contains(other))
                                        .map(other -> takenBack(share, other)),
                                moved.mentioned().stream().map(other -> mentioned(moved, other, unitOf(part.get()))))
                        .toList();
        };
    }

    private static CountedPart takenBack(CountedPart share, UUID other) {
        return new TakenBack(share.contactId(), other, Compartment.CODING);
    }

    private static CountedPart mentioned(Moved moved, UUID other, String unit) {
        return new Entered(
                moved.contactId(),
                other,
                Compartment.CODING,
                moved.year(),
                unit,
                null,
                null,
                null,
                moved.contactId(),
                List.of());
    }

    /** A contact counts in one unit, and counts at least the person whose file it is in. */
    private static String unitOf(Part part) {
        return part.contributions().getFirst().unit();
    }

    private List<Contribution> contributionsOf(Entered share) {
        var contributions = new ArrayList<Contribution>();
        if (share.countsThePerson()) {
            contributions.add(new Contribution(share.year(), share.unit(), Measure.PERSONS, null));
        }
        var fileId = share.fileId();
        if (fileId != null) {
            contributions.add(Contribution.household(share.year(), share.unit(), share.household(), fileId));
        }
        var codes = share.codes();
        if (codes != null) {
            var opened = opener.reading(Unseen.COUNTING).open(share.fieldOfCodes(), share.sealedFor(), codes);
            areas.of(opened.codes())
                    .forEach(column -> contributions.add(
                            new Contribution(share.year(), share.unit(), column.measure(), column.area())));
        }
        return contributions;
    }

    private static List<UUID> personsOf(List<CountedPart> shares) {
        return shares.stream().map(CountedPart::personId).toList();
    }

    private void outcome(String outcome) {
        meters.counter("lethe.contributions", "outcome", outcome).increment();
    }
}
