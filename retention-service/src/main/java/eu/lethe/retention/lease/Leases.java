package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.keys.ContentKeys;
import eu.lethe.retention.keys.ContentKeys.Found;
import eu.lethe.retention.keys.KeyArrays;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.keys.LedgerGate;
import eu.lethe.retention.lease.LeaseProperties.Client;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands who gets a key. Unknown, foreign, never leased and not covered are refused alike, so that the answer tells
 * nothing to who only guesses; that a key was removed is told to who once leased it.
 */
@Component
class Leases {

    /** The key to seal with: a person's compartment, whatever the generation. */
    record Current(UUID personId, Compartment compartment) {

        static Current of(KeyId kid) {
            return new Current(kid.personId(), kid.compartment());
        }
    }

    /** Why a key is not leased. */
    enum Refusal {
        SUSPENDED,
        REMOVED,
        UNKNOWN
    }

    /** What is answered to a batch. */
    record Answer(List<ContentKey> keys, Map<KeyId, Refusal> refused, Map<Current, Refusal> refusedCurrent) {}

    private static final Comparator<Current> ORDER = Comparator.comparing(Current::personId)
            .thenComparing(current -> current.compartment().code());

    private final LedgerGate gate;
    private final ContentKeys keys;
    private final KeyLedger ledger;
    private final Lessees lessees;
    private final LeaseProperties properties;
    private final MeterRegistry meters;

    Leases(
            LedgerGate gate,
            ContentKeys keys,
            KeyLedger ledger,
            Lessees lessees,
            LeaseProperties properties,
            MeterRegistry meters) {
        this.gate = gate;
        this.keys = keys;
        this.ledger = ledger;
        this.lessees = lessees;
        this.properties = properties;
        this.meters = meters;
    }

    /** Leases keys by id, and current keys by person and compartment. */
    @Transactional
    Answer lease(String clientId, Collection<KeyId> kids, Collection<Current> current, Coverage coverage) {
        gate.require();
        var client = properties.of(clientId);
        var answer = new Answer(new ArrayList<>(), new TreeMap<>(KeyArrays.ORDER), new TreeMap<>(ORDER));
        byId(clientId, client, kids, coverage, answer);
        current(clientId, client, current, coverage, answer);
        if (!answer.keys().isEmpty()) {
            lessees.count(clientId, answer.keys().stream().map(ContentKey::id).collect(Collectors.toSet()));
        }
        count(clientId, "leased", answer.keys().size());
        count(
                clientId,
                "refused",
                answer.refused().size() + answer.refusedCurrent().size());
        return answer;
    }

    /** What is not covered is not even looked for: it takes as long as what there is not. */
    private void byId(String clientId, Client client, Collection<KeyId> kids, Coverage coverage, Answer answer) {
        var permitted = kids.stream()
                .distinct()
                .filter(kid -> client.mayLease(kid.compartment()))
                .toList();
        var covered = permitted.stream()
                .filter(kid -> coverage.covers(Current.of(kid)))
                .toList();
        var found = covered.isEmpty() ? Map.<KeyId, Found>of() : keys.find(covered);
        var missing = permitted.stream().filter(kid -> !found.containsKey(kid)).toList();
        var known = missing.isEmpty() ? Set.<KeyId>of() : lessees.removedSinceLeasedBy(clientId, missing);
        for (var kid : kids) {
            switch (found.get(kid)) {
                case Found.Live(ContentKey key) -> answer.keys().add(key);
                case Found.Suspended _ -> answer.refused().put(kid, Refusal.SUSPENDED);
                case null -> answer.refused().put(kid, known.contains(kid) ? Refusal.REMOVED : Refusal.UNKNOWN);
            }
        }
    }

    private void current(String clientId, Client client, Collection<Current> wanted, Coverage coverage, Answer answer) {
        var permitted = wanted.stream()
                .distinct()
                .filter(one -> client.mayLease(one.compartment()))
                .toList();
        var covered = permitted.stream().filter(coverage::covers).toList();
        Map<Current, Found> found = covered.isEmpty() ? new HashMap<>() : find(covered);
        var missing = permitted.stream().filter(one -> !found.containsKey(one)).toList();
        if (!missing.isEmpty()) {
            found.putAll(provision(clientId, client, missing, coverage, answer));
        }
        for (var one : wanted) {
            switch (found.get(one)) {
                case Found.Live(ContentKey key) -> answer.keys().add(key);
                case Found.Suspended _ -> answer.refusedCurrent().put(one, Refusal.SUSPENDED);
                case null -> answer.refusedCurrent().putIfAbsent(one, Refusal.UNKNOWN);
            }
        }
    }

    private Map<Current, Found> find(List<Current> wanted) {
        return keys
                .current(
                        wanted.stream().map(Current::personId).toList(),
                        wanted.stream().map(Current::compartment).toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> new Current(
                                entry.getKey().personId(), entry.getKey().compartment()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        HashMap::new));
    }

    /**
     * A compartment that was destroyed alone gets a key of the next generation when its person comes back; a person who was
     * erased does not come back under the same id.
     */
    private Map<Current, Found> provision(
            String clientId, Client client, List<Current> missing, Coverage coverage, Answer answer) {
        var persons = missing.stream().map(Current::personId).collect(Collectors.toSet());
        var removed = ledger.ofPersons(persons).stream()
                .collect(Collectors.groupingBy(entry -> entry.id().personId()));
        var known = removed.isEmpty() ? Set.<UUID>of() : lessees.personsLeasedBy(clientId, removed.keySet());
        List<Current> fresh = new ArrayList<>();
        for (var one : missing) {
            var gone = removed.getOrDefault(one.personId(), List.of());
            var wholePerson = gone.stream().anyMatch(Entry::wholePerson);
            if (coverage.covers(one) && client.provisions() && !wholePerson && !gone.isEmpty()) {
                keys.provision(new KeyId(one.personId(), one.compartment(), lastGeneration(one, gone) + 1));
                fresh.add(one);
            } else if ((coverage.covers(one) ? !gone.isEmpty() : wholePerson) && known.contains(one.personId())) {
                answer.refusedCurrent().put(one, Refusal.REMOVED);
            }
        }
        return fresh.isEmpty() ? Map.of() : find(fresh);
    }

    private static int lastGeneration(Current current, List<Entry> gone) {
        return gone.stream()
                .filter(entry -> entry.id().compartment().equals(current.compartment()))
                .mapToInt(entry -> entry.id().generation())
                .max()
                .orElse(0);
    }

    private void count(String clientId, String outcome, int number) {
        if (number > 0) {
            meters.counter("lethe.retention.leases", "client", clientId, "outcome", outcome)
                    .increment(number);
        }
    }
}
