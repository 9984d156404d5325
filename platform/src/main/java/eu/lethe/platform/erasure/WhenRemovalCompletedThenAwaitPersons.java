package eu.lethe.platform.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;

/**
 * Understands whom a run concerns. The run's own event may come before those of its persons: they lie on other partitions.
 */
final class WhenRemovalCompletedThenAwaitPersons implements Subscription {

    private final ErasureConfirmations confirmations;

    WhenRemovalCompletedThenAwaitPersons(ErasureConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public String consumer() {
        return "removal-completed";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(RemovalCompleted.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof RemovalCompleted completed) {
            confirmations.await(completed.erasureId(), completed.personIds());
        }
    }
}
