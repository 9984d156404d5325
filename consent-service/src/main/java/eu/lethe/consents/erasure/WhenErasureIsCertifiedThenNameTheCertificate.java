package eu.lethe.consents.erasure;

import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that whoever asks for an erased person's consents is told where the proof of the erasure is. */
@Component
class WhenErasureIsCertifiedThenNameTheCertificate implements Subscription {

    private final Persons persons;

    WhenErasureIsCertifiedThenNameTheCertificate(Persons persons) {
        this.persons = persons;
    }

    @Override
    public String consumer() {
        return "erasure-certified";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(ErasureCertified.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof ErasureCertified certified) {
            persons.certified(certified.personIds(), certified.erasureId(), certified.certificateId());
        }
    }
}
