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
import eu.lethe.reporting.contribution.CountedPart.Entered;
import eu.lethe.reporting.contribution.CountedPart.Moved;
import eu.lethe.reporting.contribution.CountedPart.TakenBack;
import eu.lethe.reporting.grid.Measure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Memories memories;
    private final AwaitingKey awaiting;
    private final SealedColumns columns;
    private final AreasOfCodes areas;
    private final WriteLocks locks;
    private final Opener opener;
    private final LeasedKeys keys;
    private final MeterRegistry meters;

    Counting(
            Memories memories,
            AwaitingKey awaiting,
            SealedColumns columns,
            AreasOfCodes areas,
            WriteLocks locks,
            Opener opener,
            LeasedKeys keys,
            MeterRegistry meters) {
        this.memories = memories;
        this.awaiting = awaiting;
        this.columns = columns;
        this.areas = areas;
        this.locks = locks;
        this.opener = opener;
        this.keys = keys;
        this.meters = meters;
    }

    /** Gets ready to count these in one transaction: what it takes to know of their persons is looked at for all of them together. */
    void prepare(Collection<? extends DomainEvent> events) {
        var shares =
                events.stream().flatMap(event -> CountedPart.of(event).stream()).toList();
        // before anybody waits for the locks: it may take a round trip to another service
        keys.prefetchCurrent(shares.stream()
                .filter(Entered.class::isInstance)
                .map(share -> new KeyLeases.Current(share.personId(), share.compartment()))
                .toList());
        take(shares);
    }

    /**
     * Counts what happened to a contact, within the transaction of the caller; the figures follow before it commits. Counting it
     * again changes nothing.
     */
    public void count(DomainEvent event) {
        count(CountedPart.of(event), Set.of());
    }

    /**
     * Counts what happened to a contact for who counts everybody again, and not in memory alone.
     *
     * @param takenOut under which keys was sealed what was taken out of the figures to be counted anew
     * @throws KeyRefused when one of these is refused meanwhile: its person would wait for it, and be missing for good once it is
     *     removed
     */
    public void countInRebuild(DomainEvent event, Set<KeyId> takenOut) {
        count(CountedPart.of(event), takenOut);
        memories.writeWhenMany();
    }

    /** Keeps what a contact added in the figures, although it cannot be counted again. */
    public void keep(Whose whose, Part part) {
        memories.of(whose).enter(part);
        memories.writeWhenMany();
    }

    /** Counts what waited for a key of this person, in the order in which it happened. */
    public void countWhatWaitedFor(UUID personId) {
        locks.take(List.of(personId));
        var waited = awaiting.take(personId);
        memories.lookAt(waited);
        waited.forEach(share -> count(List.of(share), Set.of()));
        // the person's keys may be removed in the same transaction: what is remembered then has to be where it is
        // forgotten
        memories.write();
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
    private void count(List<CountedPart> shares, Set<KeyId> takenOut) {
        take(shares);
        var following = shares.stream()
                .flatMap(share -> enter(share, takenOut).stream())
                .toList();
        take(following);
        following.forEach(share -> enter(share, takenOut));
    }

    private void take(List<CountedPart> shares) {
        locks.take(shares.stream().map(CountedPart::personId).toList());
        memories.lookAt(shares);
    }

    /** Enters a share, and says what follows from it for others. */
    private List<CountedPart> enter(CountedPart share, Set<KeyId> takenOut) {
        try {
            var memory = memories.of(share.whose());
            var before = memory.by(share.contactId());
            outcome(changed(memory, before, share) ? "counted" : "known");
            return before.map(part -> following(share, part)).orElse(List.of());
        } catch (KeyRefused refused) {
            if (misses(share, refused, takenOut)) {
                throw refused;
            }
            if (refused.reason() == KeyRefused.Cause.SUSPENDED) {
                memories.refuse(share.whose(), refused);
                awaiting.remember(share);
                outcome("awaiting-key");
            } else {
                // erased before it could be counted; who never leased a key is told no more than 'unknown'
                outcome("unreadable");
            }
            return List.of();
        }
    }

    /** What a compartment that was destroyed alone had sealed was taken out of nothing: its person counts under their next key. */
    private static boolean misses(CountedPart share, KeyRefused refused, Set<KeyId> takenOut) {
        var ofEarlierKey = refused.reason() != KeyRefused.Cause.SUSPENDED
                && share instanceof Entered entered
                && entered.codes() != null
                && !takenOut.contains(entered.codes().keyId());
        return !ofEarlierKey
                && takenOut.stream()
                        .anyMatch(key -> key.personId().equals(share.personId())
                                && key.compartment().equals(share.compartment()));
    }

    private boolean changed(Memory memory, Optional<Part> before, CountedPart share) {
        return switch (share) {
            case Entered entered ->
                memory.enter(new Part(entered.contactId(), contributionsOf(entered), entered.mentioned()));
            case Moved moved ->
                before.map(part -> memory.enter(part.moved(moved.year(), moved.home(), moved.mentioned())))
                        .orElse(false);
            case TakenBack back -> memory.takeBack(back.contactId());
        };
    }

    private static List<CountedPart> following(CountedPart share, Part before) {
        if (!share.compartment().equals(Compartment.CODING)) {
            return List.of();
        }
        var had = before.mentioned();
        return switch (share) {
            case Entered _ -> List.of();
            case TakenBack _ ->
                had.stream().map(other -> takenBack(share, other)).toList();
            case Moved moved ->
                Stream.concat(
                                had.stream()
                                        .filter(other -> !moved.mentioned().contains(other))
                                        .map(other -> takenBack(share, other)),
                                moved.mentioned().stream().map(other -> mentioned(moved, other, unitOf(before))))
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

    private void outcome(String outcome) {
        meters.counter("lethe.contributions", "outcome", outcome).increment();
    }
}
