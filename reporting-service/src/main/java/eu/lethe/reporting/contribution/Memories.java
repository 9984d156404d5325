package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.reporting.contribution.Memory.Held;
import eu.lethe.reporting.contribution.Pieces.Fresh;
import eu.lethe.reporting.contribution.Pieces.Place;
import eu.lethe.reporting.grid.Totals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands whom a transaction remembers: what is looked at of a person is read once, changed however often, and written once
 * before the transaction ends, and the figures with it. The caller holds the persons' locks.
 */
@Component
class Memories {

    /** Enough to be worth a round trip, and little enough to be held in memory while everybody is counted again. */
    private static final int MANY = 1_000;

    private final Pieces pieces;
    private final FormerSets formerSets;
    private final AwaitingKey awaiting;
    private final ChangedCells cells;
    private final Totals totals;
    private final LeasedKeys keys;

    Memories(
            Pieces pieces,
            FormerSets formerSets,
            AwaitingKey awaiting,
            ChangedCells cells,
            Totals totals,
            LeasedKeys keys) {
        this.pieces = pieces;
        this.formerSets = formerSets;
        this.awaiting = awaiting;
        this.cells = cells;
        this.totals = totals;
        this.keys = keys;
    }

    /**
     * What is remembered of somebody.
     *
     * @throws KeyRefused when their key is suspended, or something that came before waits for it; or when it is gone
     */
    Memory of(Whose whose) {
        meet(List.of(whose));
        return open().of(whose);
    }

    /** Refuses what is still to come for a key, since it was refused for what comes before. */
    void refuse(Whose whose, KeyRefused refusal) {
        open().refuse(whose, refusal);
    }

    /** Looks at what it takes to count these, in few round trips for all of them. Whose key is refused is told by {@link #of}. */
    void lookAt(Collection<? extends CountedPart> shares) {
        meet(shares.stream().map(CountedPart::whose).distinct().toList());
        var lacking = shares.stream().filter(share -> open().lacks(share)).toList();
        if (!lacking.isEmpty()) {
            keys.prefetchCurrent(lacking.stream()
                    .map(share -> new KeyLeases.Current(share.personId(), share.compartment()))
                    .toList());
            look(placesOf(lacking));
        }
    }

    private Map<Place, String> placesOf(List<? extends CountedPart> shares) {
        var names = new LinkedHashMap<Place, String>();
        for (var share : shares) {
            open().with(
                            share.whose(),
                            memory -> share.pieces().stream()
                                    .filter(name -> !memory.hasLookedAt(name))
                                    .forEach(name -> names.put(pieces.place(share.whose(), name), name)));
        }
        return names;
    }

    private void look(Map<Place, String> names) {
        var found = pieces.in(names.keySet());
        names.forEach((place, name) -> open().with(
                        place.whose(),
                        memory -> memory.lookAt(name, new Held(place.place(), Optional.ofNullable(found.get(place))))));
    }

    private void meet(List<Whose> anybody) {
        var strangers = anybody.stream().filter(whose -> !open().knows(whose)).toList();
        if (strangers.isEmpty()) {
            return;
        }
        var waiting = awaiting.among(strangers);
        var present = pieces.presentOf(strangers);
        var former = formerSets.of(strangers.stream().map(Whose::personId).toList());
        for (var whose : strangers) {
            if (waiting.contains(whose)) {
                refuse(whose, new KeyRefused(whose.personId(), whose.compartment(), KeyRefused.Cause.SUSPENDED));
            } else {
                meet(whose, present.contains(whose), Optional.ofNullable(former.get(whose)));
            }
        }
    }

    private void meet(Whose whose, boolean somethingIsStored, Optional<Sealed<ContributionSet>> former) {
        open().open(whose, new Memory(name -> read(whose, name, somethingIsStored), somethingIsStored));
        former.ifPresent(set -> open().with(whose, memory -> {
            formerSets.opened(whose, set).ifPresent(memory::carryOver);
            formerSets.delete(whose);
        }));
    }

    private Held read(Whose whose, String name, boolean somethingIsStored) {
        var place = pieces.place(whose, name);
        return new Held(
                place.place(),
                somethingIsStored
                        ? Optional.ofNullable(pieces.in(List.of(place)).get(place))
                        : Optional.empty());
    }

    /** Writes what has changed if it has become much. */
    void writeWhenMany() {
        if (open().count() >= MANY) {
            write();
        }
    }

    /** Writes what has changed, and closes all that was open. */
    void write() {
        var gained = new ArrayList<Contribution>();
        var lost = new ArrayList<Contribution>();
        var fresh = new ArrayList<Fresh>();
        var gone = new ArrayList<Place>();
        open().forEach((whose, memory) -> {
            gained.addAll(memory.gained());
            lost.addAll(memory.lost());
            memory.changes().forEach(change -> {
                var place = new Place(whose, change.place());
                change.after().ifPresentOrElse(piece -> fresh.add(new Fresh(place, piece)), () -> gone.add(place));
            });
        });
        pieces.put(fresh);
        pieces.clear(gone);
        totals.change(cells.changeOf(gained, lost));
        open().close();
    }

    private OpenMemories open() {
        var open = (OfTransaction) TransactionSynchronizationManager.getResource(this);
        if (open == null) {
            open = new OfTransaction();
            TransactionSynchronizationManager.registerSynchronization(open);
            TransactionSynchronizationManager.bindResource(this, open);
        }
        return open.memories;
    }

    private final class OfTransaction implements TransactionSynchronization {

        private final OpenMemories memories = new OpenMemories();

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Memories.this);
        }
    }
}
