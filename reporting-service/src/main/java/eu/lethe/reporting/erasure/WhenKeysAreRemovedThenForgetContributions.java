package eu.lethe.reporting.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.reporting.contribution.Counting;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that what a person added to the figures stays, and that nothing says any longer who it was. */
@Component
class WhenKeysAreRemovedThenForgetContributions implements Subscription {

    private final Counting counting;
    private final ErasureConfirmations confirmations;

    WhenKeysAreRemovedThenForgetContributions(Counting counting, ErasureConfirmations confirmations) {
        this.counting = counting;
        this.confirmations = confirmations;
    }

    @Override
    public String consumer() {
        return "keys-removed";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(KeysRemoved.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof KeysRemoved removed) {
            counting.forget(removed.personId(), removed.keys());
            confirmations.confirm(removed.erasureId(), removed.personId(), Phase.PURGED);
        }
    }
}
