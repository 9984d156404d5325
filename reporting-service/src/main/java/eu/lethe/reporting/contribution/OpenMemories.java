package eu.lethe.reporting.contribution;

import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.reporting.contribution.CountedPart.Entered;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Understands whose memory is open, and whose key was refused: for them all that is to come is refused as well, so that order stays. */
final class OpenMemories {

    private final Map<Whose, Memory> open = new LinkedHashMap<>();
    private final Map<Whose, KeyRefused> refused = new HashMap<>();

    boolean knows(Whose whose) {
        return open.containsKey(whose) || refused.containsKey(whose);
    }

    /**
     * What is remembered of somebody known.
     *
     * @throws KeyRefused when their key was
     */
    Memory of(Whose whose) {
        var memory = open.get(whose);
        if (memory == null) {
            throw Objects.requireNonNull(refused.get(whose), "nobody known");
        }
        return memory;
    }

    /** Whether anything has to be looked at to count this. Of whom nothing is remembered, nothing changes, and no key is asked for. */
    boolean lacks(CountedPart share) {
        var memory = open.get(share.whose());
        return memory != null
                && (share instanceof Entered || memory.knowsAny())
                && !share.pieces().stream().allMatch(memory::hasLookedAt);
    }

    void open(Whose whose, Memory memory) {
        open.put(whose, memory);
    }

    /** Does something to a memory, which is closed when the key is refused meanwhile. */
    void with(Whose whose, Consumer<Memory> deed) {
        var memory = open.get(whose);
        if (memory != null) {
            try {
                deed.accept(memory);
            } catch (KeyRefused refusal) {
                refuse(whose, refusal);
            }
        }
    }

    /**
     * Closes a memory.
     *
     * @throws KeyRefused the same when something was changed already, which can be sealed no longer
     */
    void refuse(Whose whose, KeyRefused refusal) {
        var memory = open.get(whose);
        if (memory != null && memory.isChanged()) {
            throw refusal;
        }
        open.remove(whose);
        refused.put(whose, refusal);
    }

    int count() {
        return open.size();
    }

    void forEach(BiConsumer<Whose, Memory> reader) {
        open.forEach(reader);
    }

    void close() {
        open.clear();
        refused.clear();
    }
}
