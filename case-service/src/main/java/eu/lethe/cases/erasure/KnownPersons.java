package eu.lethe.cases.erasure;

import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Understands whether a person was ever registered here. It asks the events: the tables may be in the middle of a replay.
 * An id of the reserve, or somebody another service alone knows, has nothing here to hide or forget.
 */
@Component
class KnownPersons {

    private final EventStore events;

    KnownPersons(EventStore events) {
        this.events = events;
    }

    boolean know(UUID personId) {
        return events.lastSequenceNumberFor(personId.toString()).isPresent();
    }
}
