package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.KeyLeases.Current;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands which keys this process may use, and until when. Keys live in memory only; a lease ends by monotonic time,
 * so that neither a changed wall clock nor a paused process prolongs it.
 */
public final class LeasedKeys {

    /** How long a lease lasts. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private record Lease(ContentKey key, long endsAtNanos) {}

    private final KeyLeases keeper;
    private final LongSupplier nanoTime;
    private final MeterRegistry meters;
    private final Duration lasting;
    private final Map<KeyId, Lease> leases = new ConcurrentHashMap<>();
    private final Map<Current, KeyId> current = new ConcurrentHashMap<>();
    private final AtomicLong evictions = new AtomicLong();

    LeasedKeys(KeyLeases keeper, LongSupplier nanoTime, MeterRegistry meters) {
        this(keeper, nanoTime, meters, LEASE);
    }

    /** Whose leases end earlier; they never last longer than {@link #LEASE}. */
    LeasedKeys(KeyLeases keeper, LongSupplier nanoTime, MeterRegistry meters, Duration lasting) {
        if (lasting.compareTo(LEASE) > 0) {
            throw new IllegalArgumentException("a lease lasts no longer than " + LEASE);
        }
        this.lasting = lasting;
        this.keeper = keeper;
        this.nanoTime = nanoTime;
        this.meters = meters;
        meters.gaugeMapSize("lethe.leases.held", List.of(), leases);
    }

    /**
     * The key to seal with.
     *
     * @throws KeyRefused when it is suspended, destroyed or unknown
     * @throws KeysUnavailable when it is not held and the keeper is away
     */
    ContentKey current(UUID personId, Compartment compartment) {
        var wanted = new Current(personId, compartment);
        var kid = current.get(wanted);
        var held = kid == null ? null : held(kid);
        if (held != null) {
            return held;
        }
        return only(fetch(List.of(), List.of(wanted)), personId, compartment);
    }

    /**
     * The key to open with.
     *
     * @throws KeyRefused when it is suspended, destroyed or unknown
     * @throws KeysUnavailable when it is not held and the keeper is away
     */
    ContentKey byId(KeyId kid) {
        var held = held(kid);
        return held != null ? held : only(fetch(List.of(kid), List.of()), kid.personId(), kid.compartment());
    }

    /** Leases what is not held yet in one round trip; refusals surface when the key is asked for. */
    public void prefetch(Collection<KeyId> kids) {
        usable(kids);
    }

    /**
     * Those of the keys that may be used now; what is not held is leased in one round trip.
     *
     * @throws KeysUnavailable when one is not held and the keeper is away
     */
    public Set<KeyId> usable(Collection<KeyId> kids) {
        var held = kids.stream().filter(kid -> held(kid) != null).collect(Collectors.toSet());
        var missing =
                kids.stream().distinct().filter(kid -> !held.contains(kid)).toList();
        if (!missing.isEmpty()) {
            fetch(missing, List.of()).keys().forEach(key -> held.add(key.id()));
        }
        return held;
    }

    /** Leases the current keys of persons in one round trip, ahead of sealing. */
    public void prefetchCurrent(Collection<Current> wanted) {
        var missing = wanted.stream()
                .distinct()
                .filter(one -> {
                    var kid = current.get(one);
                    return kid == null || held(kid) == null;
                })
                .toList();
        if (!missing.isEmpty()) {
            fetch(List.of(), missing);
        }
    }

    /** Leases anew, in one round trip, the current keys of persons that are not held for at least this much longer. */
    public void keepCurrent(Collection<Current> wanted, Duration atLeast) {
        var needed = nanoTime.getAsLong() + atLeast.toNanos();
        var ending = wanted.stream()
                .distinct()
                .filter(one -> {
                    var kid = current.get(one);
                    var lease = kid == null ? null : leases.get(kid);
                    return lease == null || lease.endsAtNanos() - needed < 0;
                })
                .toList();
        if (!ending.isEmpty()) {
            fetch(List.of(), ending);
        }
    }

    /** Forgets a person's keys of the given compartments at once. */
    public void evict(UUID personId, Collection<Compartment> compartments) {
        evictions.incrementAndGet();
        leases.keySet().removeIf(kid -> kid.personId().equals(personId) && compartments.contains(kid.compartment()));
        compartments.forEach(compartment -> current.remove(new Current(personId, compartment)));
    }

    /** Drops the leases that have ended, so that no ended key stays in memory. */
    void sweep() {
        leases.values().removeIf(lease -> ended(lease));
    }

    private @Nullable ContentKey held(KeyId kid) {
        var lease = leases.get(kid);
        if (lease == null) {
            return null;
        }
        if (ended(lease)) {
            leases.remove(kid, lease);
            return null;
        }
        return lease.key();
    }

    private boolean ended(Lease lease) {
        return nanoTime.getAsLong() - lease.endsAtNanos() >= 0;
    }

    private KeyLeases.Answer fetch(Collection<KeyId> kids, Collection<Current> wanted) {
        // a lease counts from the asking, and one asked for before an eviction is not kept after it
        var evictionsBefore = evictions.get();
        var endsAt = nanoTime.getAsLong() + lasting.toNanos();
        var answer = keeper.lease(kids, wanted);
        meters.counter("lethe.leases", "outcome", "leased")
                .increment(answer.keys().size());
        meters.counter("lethe.leases", "outcome", "refused")
                .increment(answer.refusals().size());
        for (var key : answer.keys()) {
            leases.put(key.id(), new Lease(key, endsAt));
            current.merge(
                    new Current(key.id().personId(), key.id().compartment()),
                    key.id(),
                    (one, other) -> one.generation() >= other.generation() ? one : other);
        }
        // looked at after the keys were put: an eviction that runs just now has counted itself before it removes
        if (evictions.get() != evictionsBefore) {
            answer.keys().forEach(key -> leases.remove(key.id()));
        }
        return answer;
    }

    private static ContentKey only(KeyLeases.Answer answer, UUID personId, Compartment compartment) {
        if (!answer.refusals().isEmpty()) {
            throw answer.refusals().getFirst();
        }
        if (answer.keys().isEmpty()) {
            throw new KeyRefused(personId, compartment, KeyRefused.Cause.UNKNOWN);
        }
        return answer.keys().getFirst();
    }
}
