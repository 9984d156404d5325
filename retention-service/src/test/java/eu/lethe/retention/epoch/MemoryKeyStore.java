package eu.lethe.retention.epoch;

import eu.lethe.platform.catalogue.Label;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A store of epoch keys for tests, in memory. */
public final class MemoryKeyStore implements EpochKeyStore {

    private final TreeMap<Integer, SecretKey> keys = new TreeMap<>();

    /** Holds keys of these epochs. */
    public MemoryKeyStore(int... epochs) {
        IntStream.of(epochs).forEach(this::create);
    }

    @Override
    public SortedSet<Integer> epochs() {
        return new TreeSet<>(keys.keySet());
    }

    @Override
    public void create(int epoch) {
        var secret = new byte[32];
        secret[0] = (byte) epoch;
        keys.putIfAbsent(epoch, new SecretKeySpec(secret, "AES"));
    }

    @Override
    public SecretKey key(int epoch) {
        var key = keys.get(epoch);
        if (key == null) {
            throw new EpochKeyAbsent(epoch);
        }
        return key;
    }

    @Override
    public void destroy(int epoch) {
        keys.remove(epoch);
    }

    @Override
    public StoreKind kind() {
        return StoreKind.PKCS12_FILE;
    }

    @Override
    public List<Label> limits() {
        return List.of();
    }
}
