package eu.lethe.reporting.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that this service records no events of its own, so that there is nothing to delete. */
@Component
class WhenPruningIsOrderedThenConfirmThereIsNothing implements Subscription {

    private final ErasureConfirmations confirmations;

    WhenPruningIsOrderedThenConfirmThereIsNothing(ErasureConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public String consumer() {
        return "pruning-ordered";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PruningOrdered.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof PruningOrdered ordered) {
            confirmations.confirm(ordered.erasureId(), ordered.personId(), Phase.PRUNED);
        }
    }
}
