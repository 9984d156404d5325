package eu.lethe.testkit;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Understands whose keys are leased, suspended or removed, as retention-service would answer. */
public final class KeyRing {

    private static final int SUSPENDED = 423;
    private static final int REMOVED = 410;
    private static final int UNKNOWN = 404;

    private static final List<Compartment> COMPARTMENTS = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH,
            Compartment.CONSENT,
            Compartment.RIGHTS);

    private final Map<KeyId, ContentKey> keys = new ConcurrentHashMap<>();
    private final Set<KeyId> suspended = ConcurrentHashMap.newKeySet();
    private final Set<KeyId> removed = ConcurrentHashMap.newKeySet();

    /** Somebody with keys. */
    public UUID person() {
        var person = UUID.randomUUID();
        COMPARTMENTS.forEach(compartment -> make(new KeyId(person, compartment, 1)));
        return person;
    }

    /** The key itself, to seal and open as a neighbour would. */
    public ContentKey key(UUID person, Compartment compartment) {
        return key(new KeyId(person, compartment, 1));
    }

    /** The key itself. */
    public ContentKey key(KeyId id) {
        return Objects.requireNonNull(keys.get(id), "no such key");
    }

    /** Leases it to nobody. */
    public void suspend(KeyId key) {
        suspended.add(key);
    }

    /** Leases the keys of the compartments to nobody. */
    public void suspend(UUID person, Collection<Compartment> compartments) {
        of(person, compartments).forEach(this::suspend);
    }

    /** Leases it again. */
    public void restore(KeyId key) {
        suspended.remove(key);
    }

    /** Leases the keys of the compartments again. */
    public void restore(UUID person, Collection<Compartment> compartments) {
        of(person, compartments).forEach(this::restore);
    }

    /** Destroys it. */
    public void remove(KeyId key) {
        removed.add(key);
    }

    /** Destroys the keys of the compartments, and says which they were. */
    public List<KeyId> remove(UUID person, Collection<Compartment> compartments) {
        var gone = of(person, compartments);
        gone.forEach(this::remove);
        return gone;
    }

    private List<KeyId> of(UUID person, Collection<Compartment> compartments) {
        return keys.keySet().stream()
                .filter(key -> key.personId().equals(person) && compartments.contains(key.compartment()))
                .filter(key -> !removed.contains(key))
                .toList();
    }

    private void make(KeyId id) {
        var secret = new byte[ContentKey.LENGTH];
        new SecureRandom().nextBytes(secret);
        keys.put(id, new ContentKey(id, secret));
    }

    Map<String, Object> lease(JsonNode request) {
        var leased = new ArrayList<Map<String, Object>>();
        var refused = new ArrayList<Map<String, Object>>();
        for (var kid : request.path("kids")) {
            answer(KeyId.parse(kid.asString()), Map.of("kid", kid.asString()), leased, refused);
        }
        for (var one : request.path("current")) {
            var person = one.path("personId").asString();
            var compartment = one.path("compartment").asString();
            answer(
                    new KeyId(UUID.fromString(person), new Compartment(compartment), 1),
                    Map.of("personId", person, "compartment", compartment),
                    leased,
                    refused);
        }
        return Map.of("keys", leased, "refused", refused);
    }

    private void answer(
            KeyId id, Map<String, String> asked, List<Map<String, Object>> leased, List<Map<String, Object>> refused) {
        var status = status(id);
        if (status == 0) {
            leased.add(key(id).toJwk());
            return;
        }
        var refusal = new HashMap<String, Object>(asked);
        refusal.put("status", status);
        refused.add(refusal);
    }

    private int status(KeyId id) {
        if (!keys.containsKey(id)) {
            return UNKNOWN;
        }
        if (removed.contains(id)) {
            return REMOVED;
        }
        return suspended.contains(id) ? SUSPENDED : 0;
    }
}
