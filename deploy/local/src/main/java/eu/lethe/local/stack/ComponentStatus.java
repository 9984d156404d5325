package eu.lethe.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * Understands how one component is.
 *
 * @param pid its process, while there is one
 * @param memoryMegabytes its share of the memory (PSS)
 * @param note that it died and was started again; empty if it did not
 */
public record ComponentStatus(
        String name, State state, @Nullable Long pid, int port, long memoryMegabytes, String note) {

    /** How far a component is. */
    public enum State {
        /** It does what it is for. */
        READY,
        /** Its process runs and does not answer yet, or no longer. */
        STARTING,
        /** There is no process. */
        STOPPED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
