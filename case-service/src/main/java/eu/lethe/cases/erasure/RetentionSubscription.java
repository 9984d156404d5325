package eu.lethe.cases.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;

/**
 * Understands one kind of event of an erasure.
 *
 * @param <E> the kind
 */
abstract class RetentionSubscription<E extends ErasureEvent> implements Subscription {

    private final String consumer;
    private final Class<E> kind;

    RetentionSubscription(String consumer, Class<E> kind) {
        this.consumer = consumer;
        this.kind = kind;
    }

    /** Does what the sentence says. */
    abstract void on(E event);

    @Override
    public final String consumer() {
        return consumer;
    }

    @Override
    public final Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public final Set<Class<? extends DomainEvent>> interests() {
        return Set.of(kind);
    }

    @Override
    public final void on(ReceivedEvent<? extends DomainEvent> event) {
        if (kind.isInstance(event.payload())) {
            on(kind.cast(event.payload()));
        }
    }
}
