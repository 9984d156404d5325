package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.retention.ErasureEvent;
import java.util.List;
import java.util.Set;

/**
 * Understands what a service wants to hear from others, and what it does then. A bean of this type is all that is needed;
 * an automation implements it and is named as a sentence ({@code WhenKeysRemovedThenForgetPerson}).
 */
public interface Subscription {

    /** Understands how often an event is handled. */
    enum Delivery {
        /**
         * Once per service, however often it is redelivered and however many instances run. Its effect and the fact that it
         * was applied are one transaction.
         */
        ONCE_PER_SERVICE,
        /**
         * By every running instance, from its start on, without a transaction: for what an instance holds in memory. A
         * failure is counted and the next event handled.
         */
        EVERY_INSTANCE
    }

    /** A name unique within the service, e.g. {@code keys-removed}. It is kept for ever: offsets go by it. */
    String consumer();

    /** Topics, e.g. {@code lethe.retention.v1}. */
    Set<String> topics();

    /** The classes of event that matter; all others are passed over at no cost. Empty: all. */
    default Set<Class<? extends DomainEvent>> interests() {
        return Set.of();
    }

    /** Whether an event of those classes means anything here; one that does not is passed over, and nothing notes it. */
    default boolean concerns(DomainEvent event) {
        return true;
    }

    /** How often an event is handled. */
    default Delivery delivery() {
        return Delivery.ONCE_PER_SERVICE;
    }

    /**
     * Whether the publisher is asked, before an event is applied, that it did record it. So it is with every event of an
     * erasure, since what is forgotten does not come back; and so it has to be wherever an effect cannot be undone by a
     * later event or a rebuild. Not for {@link Delivery#EVERY_INSTANCE}: memory is rebuilt at the next start.
     */
    default boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return ErasureEvent.class.isAssignableFrom(event);
    }

    /**
     * Applies an event, inside a transaction, which it may share with events that came together with it. Commands sent from
     * here are part of it.
     *
     * @throws RuntimeException when {@link Temporary} or caused by a database, network or service that is away, the event is
     *     tried again in its place for ever; anything else is tried a few times, then goes to the dead-letter topic
     */
    void on(ReceivedEvent<? extends DomainEvent> event);

    /** Gets ready for events that are about to be applied together, e.g. leases the keys of all of them in one round trip. */
    default void prepare(List<ReceivedEvent<? extends DomainEvent>> events) {}
}
