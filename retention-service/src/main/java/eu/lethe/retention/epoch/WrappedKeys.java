package eu.lethe.retention.epoch;

/** What rotation needs of the content keys that are wrapped in epochs. */
public interface WrappedKeys {

    /**
     * Wraps every key anew that is not wrapped in the current epoch. Works in steps, each durable; may be called again
     * after a crash.
     *
     * @return how many were wrapped anew
     */
    long wrapInCurrentEpoch();

    /** Whether any key is still wrapped in an epoch. */
    boolean anyIn(int epoch);
}
