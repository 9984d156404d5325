package eu.lethe.retention.epoch;

import eu.lethe.retention.epoch.EscrowInventory.Copy;
import eu.lethe.retention.epoch.EscrowProperties.Place;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Understands the copies of epoch keys that lie apart from the store, so that losing the store does not lose everything. Each
 * place holds a file of its own with its own password; a copy is destroyed before its epoch is.
 */
@Component
class Escrow {

    /** What a directory holds, laid there by hand, that is a place of escrow. */
    static final String MARK = "lethe-escrow";

    private static final Logger LOG = LoggerFactory.getLogger(Escrow.class);

    private final Map<String, Place> configured;
    private final Map<String, EscrowPlace> places = new TreeMap<>();
    private final EscrowInventory inventory;
    private final Epochs epochs;
    private final EpochKeyStore store;
    private final Pkcs12KeyFile signing;
    private final Map<String, String> away = new ConcurrentHashMap<>();

    Escrow(
            EscrowProperties properties,
            EpochProperties own,
            EscrowInventory inventory,
            Epochs epochs,
            EpochKeyStore store,
            Pkcs12KeyFile signing,
            MeterRegistry meters) {
        this.configured = properties.all();
        this.inventory = inventory;
        this.epochs = epochs;
        this.store = store;
        this.signing = signing;
        var taken = new HashSet<Path>();
        taken.add(Objects.requireNonNull(own.file().toAbsolutePath().normalize().getParent()));
        configured.forEach((name, place) -> {
            if (place.directory() != null && place.password() != null && !place.lost()) {
                require(taken.add(place.directory().toAbsolutePath().normalize()), name, "has a directory of its own");
                require(!place.password().equals(own.password()), name, "has a password of its own");
                places.put(name, new EscrowPlace(name, place.directory(), place.password()));
            }
        });
        meters.gaugeMapSize("lethe.retention.escrow.away", Tags.empty(), away);
    }

    private static void require(boolean holds, String place, String what) {
        if (!holds) {
            throw new IllegalStateException("a place of escrow %s, which '%s' has not".formatted(what, place));
        }
    }

    /** Says once, at the start, where copies are kept: a place that was misspelt is not among them. */
    void sayWhere() {
        if (!configured.isEmpty()) {
            LOG.info("copies of epoch keys lie in escrow at {}", places.values());
        }
    }

    /**
     * Copies the key of the current epoch where it is not kept yet. Where a place cannot be reached, that is said, and tried at the
     * next look.
     */
    void keep(int epoch) {
        if (places.isEmpty()) {
            return;
        }
        var left = inventory.left();
        for (var place : places.values()) {
            var copy = left.stream()
                    .filter(one -> one.epoch() == epoch && one.place().equals(place.name()))
                    .findFirst()
                    .orElseGet(() -> intended(place, epoch));
            if (copy.keptAt() == null) {
                var key = store.key(epoch);
                reached(
                        place,
                        () -> inventory.keep(copy, (_, destroying) -> {
                            if (!destroying) {
                                place.keep(epoch, key, signing);
                            }
                            return !destroying;
                        }));
            }
        }
    }

    private Copy intended(EscrowPlace place, int epoch) {
        inventory.intend(place.name(), epoch);
        return new Copy(place.name(), epoch, null, null, null);
    }

    /**
     * Destroys all copies of an epoch's key, at each place once the current one is kept there.
     *
     * @return whether none is left that could be destroyed; of a place that is said to be lost, nothing can
     */
    boolean destroy(int epoch) {
        var left = inventory.left();
        return left.stream()
                .filter(copy -> copy.epoch() == epoch)
                .map(copy -> isGone(copy, left))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean isGone(Copy copy, Collection<Copy> left) {
        var place = places.get(copy.place());
        if (place == null) {
            if (configured.containsKey(copy.place())) {
                inventory.lost(copy);
                return true;
            }
            say(
                    copy.place(),
                    "is not configured any more: name it again, and say that it is lost if nobody can destroy what is there");
            return false;
        }
        var succeeded = left.stream()
                .anyMatch(other ->
                        other.place().equals(copy.place()) && other.epoch() > copy.epoch() && other.keptAt() != null);
        return succeeded && reached(place, () -> destroyed(copy, place));
    }

    private boolean destroyed(Copy copy, EscrowPlace place) {
        var isThere = place.epochs().contains(copy.epoch());
        if (isThere) {
            inventory.destroying(copy);
        }
        return inventory.destroy(copy, (_, destroying) -> {
            if (copy.keptAt() != null && !destroying) {
                say(place.name(), "holds no copy of epoch " + copy.epoch() + ": is it another disk?");
                return false;
            }
            place.destroy(copy.epoch());
            // what a disk that was thought lost brings with it
            epochs.destroyedAmong(place.epochs()).forEach(place::destroy);
            return true;
        });
    }

    private boolean reached(EscrowPlace place, BooleanSupplier deed) {
        if (!place.isThere()) {
            say(place.name(), "is not there, or holds no file called " + MARK);
            return false;
        }
        try {
            var done = deed.getAsBoolean();
            if (done && away.remove(place.name()) != null) {
                LOG.info("the escrow {} is reached again", place.name());
            }
            return done;
        } catch (UncheckedIOException | IllegalStateException failed) {
            say(place.name(), String.valueOf(failed.getMessage()));
            return false;
        }
    }

    private void say(String place, String why) {
        if (!why.equals(away.put(place, why))) {
            LOG.error("copies are made and destroyed at the escrow {} once it can be reached: it {}", place, why);
        }
    }
}
