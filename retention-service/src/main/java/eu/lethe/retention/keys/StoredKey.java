package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.KeyId;

/** Understands one row of {@code content_key}. */
final class StoredKey {

    private final KeyId id;
    private final byte[] wrapped;
    private final int epoch;
    private final boolean suspended;

    /**
     * @param suspended whether it is leased to nobody, an erasure being in its grace period
     */
    StoredKey(KeyId id, byte[] wrapped, int epoch, boolean suspended) {
        this.id = id;
        this.wrapped = wrapped;
        this.epoch = epoch;
        this.suspended = suspended;
    }

    KeyId id() {
        return id;
    }

    byte[] wrapped() {
        return wrapped;
    }

    int epoch() {
        return epoch;
    }

    boolean suspended() {
        return suspended;
    }
}
