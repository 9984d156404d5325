package eu.lethe.cases.journal;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Understands that who reads a person's consents is among those who read about the person. */
@Component
final class WhenDataIsOpenedElsewhereThenTellReaders implements Subscription {

    private final ReadingElsewhere elsewhere;
    private final String here;

    WhenDataIsOpenedElsewhereThenTellReaders(ReadingElsewhere elsewhere, @Value("${lethe.service.name}") String here) {
        this.elsewhere = elsewhere;
        this.here = here;
    }

    @Override
    public String consumer() {
        return "readers";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.ACCESS.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PersonalDataOpened.class);
    }

    /** What is opened here is in the journal already. */
    @Override
    public boolean concerns(DomainEvent event) {
        return event instanceof PersonalDataOpened opened && !opened.by().equals(here);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof PersonalDataOpened opened) {
            elsewhere.note(opened);
        }
    }
}
