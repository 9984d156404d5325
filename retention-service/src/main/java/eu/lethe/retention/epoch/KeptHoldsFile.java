package eu.lethe.retention.epoch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands the holds as a signed file in the directory of the epoch keys. */
@Component
final class KeptHoldsFile implements KeptHolds {

    /** By hold. It grows by some five hundred bytes for each that is placed. */
    record All(Map<UUID, KeptHold> holds) {

        All {
            holds = Map.copyOf(holds);
        }

        All with(Collection<KeptHold> more) {
            var all = new TreeMap<>(holds);
            more.forEach(hold -> all.merge(hold.id(), hold, KeptHold::and));
            return new All(all);
        }
    }

    private final SignedFile<All> file;

    KeptHoldsFile(EpochProperties properties, SigningKeyStore signing) {
        this.file = new SignedFile<>(
                properties.file().resolveSibling("legal-holds.jws"), "lethe-legal-holds+jws", All.class, signing);
    }

    @Override
    public boolean kept() {
        return file.exists();
    }

    @Override
    public List<KeptHold> all() {
        var all = file.current().orElseThrow(() -> new IllegalStateException(file + " is missing"));
        return List.copyOf(all.holds().values());
    }

    @Override
    public void keep(Collection<KeptHold> holds) {
        file.change(last -> {
            var before = last.orElseGet(() -> new All(Map.of()));
            return Optional.of(before.with(holds)).filter(now -> last.isEmpty() || !now.equals(before));
        });
    }
}
