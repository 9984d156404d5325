package eu.lethe.platform.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;

/**
 * Understands one sentence: when this happens in an erasure, that is done here.
 *
 * @param <E> what happens
 */
public interface Automation<E extends ErasureEvent> {

    /** What happens. */
    Class<E> event();

    /** Does what the sentence says, in the transaction that remembers the event as applied. */
    void when(E event);

    /** Does it if the event is the one. */
    default void whenever(ErasureEvent happened) {
        if (event().isInstance(happened)) {
            when(event().cast(happened));
        }
    }
}
