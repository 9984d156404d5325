package eu.lethe.retention.epoch;

/** Understands that what was wrapped in an epoch cannot be unwrapped, since its key is not in the store. */
public final class EpochKeyAbsent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EpochKeyAbsent(int epoch) {
        super("the key of epoch " + epoch + " is not in the store");
    }
}
