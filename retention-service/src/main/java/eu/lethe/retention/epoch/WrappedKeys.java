package eu.lethe.retention.epoch;

/** What rotation needs of the content keys that are wrapped in epochs. */
public interface WrappedKeys {

    /** Whether all that was removed is known to be gone; otherwise nothing is wrapped anew. */
    boolean complete();

    /**
     * Insists on {@link #complete()}.
     *
     * @throws eu.lethe.platform.problem.Problem 503 with the reason
     */
    void requireComplete();

    /**
     * Wraps every key anew that is not wrapped in the current epoch, and none that was removed. Works in steps, each durable; may be called again
     * after a crash.
     *
     * @return how many were wrapped anew
     */
    long wrapInCurrentEpoch();

    /** Whether any key is still wrapped in an epoch. */
    boolean anyIn(int epoch);
}
