package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that statistics come from what is recorded anyway. */
@Component
class WhenContactIsRecordedThenCountIt implements Subscription {

    private final Counting counting;

    WhenContactIsRecordedThenCountIt(Counting counting) {
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
        return Set.of(ContactRecorded.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof ContactRecorded contact) {
            counting.count(contact);
        }
    }
}
