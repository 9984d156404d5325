package eu.lethe.platform.feed;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.access.AccessEvent;
import eu.lethe.platform.publishing.CloudEvent;
import eu.lethe.platform.publishing.CloudEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands which events this service did record, by their ids. It reads what is committed, on the primary database. */
final class RecordedEvents {

    /** Events that came together lie together: up to this far it is cheaper to read on than to begin anew. */
    private static final long NEAR = 50;

    private final JdbcClient database;
    private final EventStorageEngine storage;
    private final CloudEvents cloudEvents;

    RecordedEvents(JdbcClient database, EventStorageEngine storage, CloudEvents cloudEvents) {
        this.database = database;
        this.storage = storage;
        this.cloudEvents = cloudEvents;
    }

    /** Those of them that are in the store, in the order in which they were recorded. */
    List<CloudEvent> among(Collection<UUID> ids) {
        var wanted = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        var positions = positions(wanted);
        var found = new ArrayList<CloudEvent>();
        for (var at = 0; at < positions.size(); ) {
            var last = at;
            while (last + 1 < positions.size() && positions.get(last + 1) - positions.get(last) <= NEAR) {
                last++;
            }
            read(positions.get(at), positions.get(last), wanted, found);
            at = last + 1;
        }
        return found;
    }

    private List<Long> positions(Set<String> ids) {
        return database.sql("select global_index from domain_event where event_identifier = any(?) order by 1")
                .param(ids.toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void read(long first, long last, Set<String> wanted, List<CloudEvent> found) {
        var missing = new HashSet<>(wanted);
        try (var stored = storage.readEvents(GapAwareTrackingToken.newInstance(first - 1, Set.of()), false)) {
            for (var iterator = stored.iterator(); iterator.hasNext(); ) {
                var event = iterator.next();
                if (missing.remove(event.getIdentifier())) {
                    asDomainEvent(event, found);
                }
                if (((GapAwareTrackingToken) event.trackingToken()).getIndex() >= last) {
                    return;
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the payload's class was just looked at
    private void asDomainEvent(EventMessage<?> event, List<CloudEvent> found) {
        if (DomainEvent.class.isAssignableFrom(event.getPayloadType())
                && !AccessEvent.class.isAssignableFrom(event.getPayloadType())) {
            cloudEvents.of((EventMessage<? extends DomainEvent>) event).ifPresent(found::add);
        }
    }
}
