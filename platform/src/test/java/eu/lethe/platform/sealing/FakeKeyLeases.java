package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A keeper of keys in memory, that counts how often it is asked and does what it is told in the middle of an answer. */
final class FakeKeyLeases implements KeyLeases {

    private final Map<KeyId, ContentKey> keys = new HashMap<>();
    private final Map<Current, KeyRefused.Cause> refused = new HashMap<>();
    private boolean away;
    private int asked;
    private Runnable meanwhile = () -> {};

    /** Keeps a key of the first generation. */
    FakeKeyLeases keeping(UUID personId, Compartment... compartments) {
        for (var compartment : compartments) {
            keep(new KeyId(personId, compartment, 1));
        }
        return this;
    }

    void keep(KeyId id) {
        var secret = new byte[ContentKey.LENGTH];
        Arrays.fill(secret, (byte) id.hashCode());
        keys.put(id, new ContentKey(id, secret));
    }

    void refuse(UUID personId, Compartment compartment, KeyRefused.Cause cause) {
        refused.put(new Current(personId, compartment), cause);
    }

    void leave() {
        away = true;
    }

    void whileAnswering(Runnable event) {
        meanwhile = event;
    }

    int timesAsked() {
        return asked;
    }

    @Override
    public Answer lease(Collection<KeyId> kids, Collection<Current> current) {
        asked++;
        if (away) {
            throw new KeysUnavailable(new IllegalStateException("away"));
        }
        var leased = new ArrayList<ContentKey>();
        var refusals = new ArrayList<KeyRefused>();
        for (var kid : kids) {
            answer(new Current(kid.personId(), kid.compartment()), keys.get(kid), leased, refusals);
        }
        for (var wanted : current) {
            answer(wanted, newest(wanted), leased, refusals);
        }
        meanwhile.run();
        return new Answer(leased, refusals);
    }

    @Override
    public List<UUID> reserve(int count) {
        return IntStream.range(0, count).mapToObj(nth -> UUID.randomUUID()).toList();
    }

    @Override
    public UUID passing(Instant endsAt) {
        return UUID.randomUUID();
    }

    private void answer(Current wanted, @Nullable ContentKey key, List<ContentKey> leased, List<KeyRefused> refusals) {
        if (key == null || refused.containsKey(wanted)) {
            refusals.add(new KeyRefused(
                    wanted.personId(), wanted.compartment(), refused.getOrDefault(wanted, KeyRefused.Cause.UNKNOWN)));
        } else {
            leased.add(key);
        }
    }

    private @Nullable ContentKey newest(Current wanted) {
        return keys.values().stream()
                .filter(key -> key.id().personId().equals(wanted.personId())
                        && key.id().compartment().equals(wanted.compartment()))
                .max((one, other) ->
                        Integer.compare(one.id().generation(), other.id().generation()))
                .orElse(null);
    }
}
