package eu.lethe.reporting.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.reporting.contribution.Counting;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that an erasure called off must leave no gap in the figures. */
@Component
class WhenPersonIsRestoredThenCountWhatWaited implements Subscription {

    private final Counting counting;

    WhenPersonIsRestoredThenCountWhatWaited(Counting counting) {
        this.counting = counting;
    }

    @Override
    public String consumer() {
        return "person-restored";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PersonRestored.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof PersonRestored restored) {
            counting.countWhatWaitedFor(restored.personId());
        }
    }
}
