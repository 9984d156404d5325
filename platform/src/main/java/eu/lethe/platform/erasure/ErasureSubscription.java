package eu.lethe.platform.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hears of erasures for all automations of a service: one consumer, so that of one person the suspension, the restoration and the removal
 * are taken in their order.
 */
final class ErasureSubscription implements Subscription {

    private final List<Automation<?>> automations;

    ErasureSubscription(List<Automation<?>> automations) {
        this.automations = List.copyOf(automations);
    }

    @Override
    public String consumer() {
        return "erasure";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return automations.stream()
                .<Class<? extends DomainEvent>>map(Automation::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof ErasureEvent happened) {
            automations.forEach(automation -> automation.whenever(happened));
        }
    }
}
