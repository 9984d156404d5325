package eu.lethe.retention.epoch;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands the erasures that were stopped as a signed file in the directory of the epoch keys. */
@Component
final class StoppedErasuresFile implements StoppedErasures {

    /** By erasure. It holds ids of runs and nothing of persons, and grows by some sixty bytes for each that is called off. */
    record Stopped(Map<UUID, Stop> erasures) {

        Stopped {
            erasures = Map.copyOf(erasures);
        }

        static Stopped none() {
            return new Stopped(Map.of());
        }

        Stopped with(Map<UUID, Stop> stopped) {
            var more = new TreeMap<>(erasures);
            stopped.forEach((erasure, how) -> {
                if (how == Stop.PAUSED || how == Stop.UNKNOWN) {
                    more.putIfAbsent(erasure, how);
                } else {
                    more.put(erasure, how);
                }
            });
            return new Stopped(more);
        }

        Stopped without(UUID erasureId) {
            var fewer = new TreeMap<>(erasures);
            fewer.remove(erasureId);
            return new Stopped(fewer);
        }
    }

    private final SignedFile<Stopped> file;

    StoppedErasuresFile(EpochProperties properties, SigningKeyStore signing) {
        this.file = new SignedFile<>(
                properties.file().resolveSibling("stopped-erasures.jws"),
                "lethe-stopped-erasures+jws",
                Stopped.class,
                signing);
    }

    @Override
    public boolean kept() {
        return file.exists();
    }

    @Override
    public Optional<Stop> of(UUID erasureId) {
        var stopped = file.current().orElseThrow(() -> new IllegalStateException(file + " is missing"));
        return Optional.ofNullable(stopped.erasures().get(erasureId));
    }

    @Override
    public void stopped(Map<UUID, Stop> erasures) {
        file.change(last -> {
            var before = last.orElseGet(Stopped::none);
            return Optional.of(before.with(erasures)).filter(now -> last.isEmpty() || !now.equals(before));
        });
    }

    @Override
    public void goesOn(UUID erasureId, Stop known) {
        file.change(last -> last.filter(stopped -> stopped.erasures().get(erasureId) == known)
                .map(stopped -> stopped.without(erasureId)));
    }
}
