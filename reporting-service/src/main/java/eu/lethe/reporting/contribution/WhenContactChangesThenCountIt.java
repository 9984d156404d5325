package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that statistics come from what is recorded anyway, and follow it when it is corrected, withdrawn or restored. */
@Component
class WhenContactChangesThenCountIt implements Subscription {

    private final Counting counting;

    WhenContactChangesThenCountIt(Counting counting) {
        this.counting = counting;
    }

    @Override
    public String consumer() {
        return "contacts";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return CountedPart.TOLD_BY;
    }

    @Override
    public void prepare(List<ReceivedEvent<? extends DomainEvent>> events) {
        counting.prepare(events.stream().map(ReceivedEvent::payload).toList());
    }

    /** What an erased person added to the figures stays in them. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        counting.count(event.payload());
    }
}
