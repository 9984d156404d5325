package eu.lethe.consents.erasure;

import eu.lethe.consents.consent.ConsentsOfPerson;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.eventstore.Pruning;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Understands which events of this service nobody can read any more: those whose evidence was sealed under a removed key.
 * Usually none, since evidence outlives the file.
 */
@Component
class WhenPruningIsOrderedThenPruneEvidence implements Subscription {

    private final ConsentsOfPerson consents;
    private final Pruning pruning;
    private final ErasureConfirmations confirmations;

    WhenPruningIsOrderedThenPruneEvidence(
            ConsentsOfPerson consents, Pruning pruning, ErasureConfirmations confirmations) {
        this.consents = consents;
        this.pruning = pruning;
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
            var unreadable = consents.sealedUnder(ordered.personId(), ordered.keys());
            if (!pruning.prune(ordered.keys()).complete()) {
                throw new YoungEventsRemain();
            }
            consents.drop(unreadable);
            confirmations.confirm(ordered.erasureId(), ordered.personId(), Phase.PRUNED);
        }
    }
}
