package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Understands an event as it came from Kafka.
 *
 * @param id {@code ce_id}; a message with the same id is applied once
 * @param source the service that published it
 * @param time when it was recorded there
 * @param payload what happened
 * @param <E> the kind of event
 */
public record ReceivedEvent<E extends DomainEvent>(UUID id, String source, Instant time, E payload) {}
