package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.erasure.Roster.Step;
import eu.lethe.retention.keys.Compartments;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.keys.KeyRemover;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.keys.Suspension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Understands the act itself: the next persons are checked again, who no longer qualifies is given back, and the keys of the
 * others are removed. Whose keys an interrupted attempt has removed is not asked again.
 */
@Component
class Removal {

    private final Suspension suspension;
    private final Recheck recheck;
    private final KeyLedger ledger;
    private final KeyRemover remover;
    private final Compartments compartments;
    private final BusinessClock clock;

    Removal(
            Suspension suspension,
            Recheck recheck,
            KeyLedger ledger,
            KeyRemover remover,
            Compartments compartments,
            BusinessClock clock) {
        this.suspension = suspension;
        this.recheck = recheck;
        this.ledger = ledger;
        this.remover = remover;
        this.compartments = compartments;
        this.clock = clock;
    }

    /** Deals with the next persons of an erasure, and says what became of each. */
    List<ErasureEvent> next(UUID erasureId, Reason reason, Instant previewedAt, Roster roster, int atMost) {
        var batch = roster.next(Step.SUSPENDED, atMost);
        var begun = ledger.removedBy(erasureId, batch);
        var asked = batch.stream().filter(person -> !begun.contains(person)).toList();
        var grounds = recheck.groundsToSpare(reason, previewedAt, roster, asked);
        List<ErasureEvent> happened = new ArrayList<>();
        suspension.restore(erasureId, grounds.keySet());
        grounds.forEach((person, ground) -> {
            happened.add(new PersonDroppedOut(erasureId, person, ground.code(), clock.now()));
            happened.add(new PersonRestored(erasureId, person, clock.now()));
        });
        var doomed = batch.stream()
                .filter(person -> !grounds.containsKey(person))
                .map(person -> new Doomed(person, compartments.makeWholePerson(roster.compartments(person))))
                .toList();
        if (!doomed.isEmpty()) {
            var gone = byPerson(remover.remove(erasureId, doomed, clock.today()));
            doomed.stream().map(Doomed::personId).forEach(person -> {
                var entries = gone.get(person);
                // after a restore the ledger may have taken them for another erasure
                happened.add(
                        entries == null
                                ? new PersonDroppedOut(erasureId, person, GroundToSpare.IN_ERASURE.code(), clock.now())
                                : removed(erasureId, person, entries));
            });
        }
        return happened;
    }

    /**
     * Gives persons back, except those whose keys are gone already, though nobody wrote it down, and says what became of each.
     * The keys are given back first and the ledger is read after that: a removal under way at the same time has either found
     * them suspended, and is in the ledger, or finds nothing to remove.
     */
    List<ErasureEvent> giveBack(UUID erasureId, List<UUID> persons) {
        suspension.restore(erasureId, persons);
        var gone = byPerson(ledger.ofPersons(persons).stream()
                .filter(entry -> entry.erasureId().equals(erasureId))
                .toList());
        List<ErasureEvent> happened = new ArrayList<>();
        for (var person : persons) {
            var entries = gone.get(person);
            happened.add(
                    entries == null
                            ? new PersonRestored(erasureId, person, clock.now())
                            : removed(erasureId, person, entries));
        }
        return happened;
    }

    private KeysRemoved removed(UUID erasureId, UUID person, List<Entry> entries) {
        return removed(erasureId, person, entries, clock.now());
    }

    /** That the keys of a person are gone, as the ledger has it. */
    static KeysRemoved removed(UUID erasureId, UUID person, List<Entry> entries, Instant now) {
        var first = entries.getFirst();
        return new KeysRemoved(
                erasureId,
                person,
                entries.stream().map(Entry::id).toList(),
                first.wholePerson(),
                first.removedOn(),
                now);
    }

    /** The removed keys of each person. */
    static Map<UUID, List<Entry>> byPerson(List<Entry> entries) {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(entry -> entry.id().personId(), LinkedHashMap::new, Collectors.toList()));
    }
}
