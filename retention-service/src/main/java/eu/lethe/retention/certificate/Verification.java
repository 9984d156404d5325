package eu.lethe.retention.certificate;

import eu.lethe.contracts.certificate.ErasureCertificate.Verified;
import eu.lethe.retention.epoch.EpochKeyAbsent;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.keys.ContentKeys;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.lease.LeaseCheck;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Understands how it is checked that keys are gone, rather than believed: by looking, asking and trying. */
@Component
class Verification {

    private static final int SAMPLE = 100;

    private final ContentKeys keys;
    private final LeaseCheck leases;
    private final EpochKeyStore store;

    Verification(ContentKeys keys, LeaseCheck leases, EpochKeyStore store) {
        this.keys = keys;
        this.leases = leases;
        this.store = store;
    }

    /**
     * Looks for every key, asks for a sample as each client would, and tries to have the epochs that wrapped them.
     *
     * @throws IllegalStateException when any of it succeeds: then nothing is certified
     */
    Verified verify(List<Entry> removed) {
        var kids = removed.stream().map(Entry::id).toList();
        require(keys.present(kids).isEmpty(), "a key that was removed has a row");
        var sample = sample(removed);
        var sampled = sample.stream().map(Entry::id).toList();
        require(leases.refusedToEverybody(sampled), "a key that was removed is leased");
        sample.stream().map(Entry::epoch).distinct().forEach(this::requireAbsent);
        var lastEpoch = removed.stream().mapToInt(Entry::epoch).max().orElse(0);
        var kept = store.epochs();
        require(kept.headSet(lastEpoch + 1).isEmpty(), "an epoch that is older than the removal has a key");
        return new Verified(kids.size(), sampled.size(), sampled.size(), kept.isEmpty() ? null : kept.first());
    }

    private void requireAbsent(int epoch) {
        try {
            store.key(epoch);
        } catch (EpochKeyAbsent asItMustBe) {
            return;
        }
        throw new IllegalStateException("not certified: epoch " + epoch + " has a key");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("not certified: " + otherwise);
        }
    }

    /** Spread over the whole list, first and last included. */
    private static List<Entry> sample(List<Entry> removed) {
        if (removed.size() <= SAMPLE) {
            return removed;
        }
        return IntStream.range(0, SAMPLE)
                .mapToObj(number -> removed.get((int) ((long) number * (removed.size() - 1) / (SAMPLE - 1))))
                .toList();
    }
}
