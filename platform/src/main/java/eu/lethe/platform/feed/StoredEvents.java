package eu.lethe.platform.feed;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.access.AccessEvent;
import eu.lethe.platform.publishing.CloudEvent;
import eu.lethe.platform.publishing.CloudEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Understands the event store as a sequence that is read in pieces. A cursor is the position of the last event read. An
 * event is not given out while one before it may still be committed (until the gap timeout): who reads on from its
 * position would never see the other. What members of staff read is not given out at all: it is not the integrators' to
 * know.
 */
final class StoredEvents {

    private final EventStorageEngine storage;
    private final CloudEvents cloudEvents;

    StoredEvents(EventStorageEngine storage, CloudEvents cloudEvents) {
        this.storage = storage;
        this.cloudEvents = cloudEvents;
    }

    /**
     * Understands a piece of the history.
     *
     * @param next where to read on
     */
    record Page(List<CloudEvent> events, long next) {}

    /** At most so many events after a position; fewer, or none, when there are no more yet. */
    Page after(long position, int limit) {
        var events = new ArrayList<CloudEvent>();
        var next = position;
        try (var stored = storage.readEvents(GapAwareTrackingToken.newInstance(position, Set.of()), false)) {
            for (var iterator = stored.iterator(); events.size() < limit && iterator.hasNext(); ) {
                var event = iterator.next();
                var token = (GapAwareTrackingToken) event.trackingToken();
                if (token.hasGaps()) {
                    break;
                }
                next = token.getIndex();
                asDomainEvent(event, events);
            }
        }
        return new Page(events, next);
    }

    @SuppressWarnings("unchecked") // the payload's class was just looked at
    private void asDomainEvent(TrackedEventMessage<?> event, List<CloudEvent> events) {
        if (DomainEvent.class.isAssignableFrom(event.getPayloadType())
                && !AccessEvent.class.isAssignableFrom(event.getPayloadType())) {
            cloudEvents.of((EventMessage<? extends DomainEvent>) event).ifPresent(events::add);
        }
    }
}
