package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.reporting.grid.Measure;
import eu.lethe.reporting.grid.Totals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Understands how a contact enters the figures: what each person adds that they had not added before goes into the totals,
 * and into that person's sealed set. Who met or wrote does not matter, and is never read.
 */
@Component
public class Counting {

    private final ContributionSets sets;
    private final AwaitingKey awaiting;
    private final Totals totals;
    private final AreasOfCodes areas;
    private final Turns turns;
    private final Opener opener;
    private final LeasedKeys keys;
    private final MeterRegistry meters;

    Counting(
            ContributionSets sets,
            AwaitingKey awaiting,
            Totals totals,
            AreasOfCodes areas,
            Turns turns,
            Opener opener,
            LeasedKeys keys,
            MeterRegistry meters) {
        this.sets = sets;
        this.awaiting = awaiting;
        this.totals = totals;
        this.areas = areas;
        this.turns = turns;
        this.opener = opener;
        this.keys = keys;
        this.meters = meters;
    }

    /** Counts a contact, within the transaction of the caller. Counting it again changes nothing. */
    public void count(ContactRecorded contact) {
        var shares = Share.of(contact);
        turns.take(shares.stream().map(Share::personId).toList());
        count(shares);
    }

    /** Counts a contact for who has taken all turns. */
    public void countInRebuild(ContactRecorded contact) {
        count(Share.of(contact));
    }

    /** Counts what waited for a key of this person. */
    public void countWhatWaitedFor(UUID personId) {
        turns.take(List.of(personId));
        count(awaiting.take(personId));
    }

    /** Deletes what the figures know of a person under these keys. The figures stand. */
    public void forget(UUID personId, Collection<KeyId> removed) {
        turns.take(List.of(personId));
        var compartments = removed.stream().map(KeyId::compartment).collect(Collectors.toSet());
        keys.evict(personId, compartments);
        sets.delete(personId, removed);
        compartments.forEach(compartment -> awaiting.drop(personId, compartment));
    }

    private void count(List<Share> shares) {
        keys.prefetchCurrent(shares.stream()
                .map(share -> new KeyLeases.Current(share.personId(), share.compartment()))
                .toList());
        var fresh = new ArrayList<Contribution>();
        shares.forEach(share -> fresh.addAll(enter(share)));
        totals.count(fresh.stream().map(Contribution::cell).toList());
    }

    private List<Contribution> enter(Share share) {
        try {
            var set = sets.of(share.personId(), share.compartment());
            var fresh = set.newAmong(contributionsOf(share));
            if (!fresh.isEmpty()) {
                sets.store(share.personId(), share.compartment(), set.with(fresh));
            }
            outcome(fresh.isEmpty() ? "known" : "counted");
            return fresh;
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

    private List<Contribution> contributionsOf(Share share) {
        var contributions = new ArrayList<Contribution>();
        if (share.countsThePerson()) {
            contributions.add(new Contribution(share.year(), share.unit(), Measure.PERSONS, null));
        }
        var fileId = share.fileId();
        if (fileId != null) {
            contributions.add(new Contribution(share.year(), share.unit(), Measure.HOUSEHOLDS, fileId.toString()));
        }
        var codes = share.codes();
        if (codes != null) {
            var opened = opener.open(codes, share.contextOfCodes(), Codes.class);
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
