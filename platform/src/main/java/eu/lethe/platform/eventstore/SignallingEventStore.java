package eu.lethe.platform.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands when processors can see new events: once the database has committed them, which is later than Axon's unit
 * of work says when a command is part of a longer transaction.
 */
final class SignallingEventStore extends EmbeddedEventStore {

    SignallingEventStore(Builder builder) {
        super(builder);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            signal(events);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal(events);
            }
        });
    }

    private void signal(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty() && events.getLast() instanceof DomainEventMessage<?> last) {
            ReadYourWrites.written(last.getIdentifier());
        }
        super.afterCommit(events);
    }
}
