package eu.lethe.platform.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import tools.jackson.databind.json.JsonMapper;

/** Understands how a stored event becomes a CloudEvent, and a CloudEvent a Kafka message in binary mode. */
public final class CloudEvents {

    private final JsonMapper json = EventJson.mapper();
    private final EventTypes types;
    private final String service;

    /** A service stores what it publishes, and what it keeps to itself: it is the source of all it has. */
    CloudEvents(EventTypes types, String service) {
        this.types = types;
        this.service = service;
    }

    /** The stored event as others see it; empty when nobody is told of it. */
    public Optional<CloudEvent> of(EventMessage<? extends DomainEvent> stored) {
        if (!types.isPublishedBy(service, stored.getPayload().getClass())) {
            return Optional.empty();
        }
        var event = stored.getPayload().published();
        return Optional.of(new CloudEvent(
                stored.getIdentifier(),
                types.typeOf(event.getClass()),
                service,
                event.subject(),
                stored.getTimestamp(),
                json.writeValueAsString(event)));
    }

    /**
     * The message, unless nobody is told of the event: attributes in headers, data as the value, the subject as the key that keeps
     * its events in order.
     */
    Optional<ProducerRecord<byte[], byte[]>> message(EventMessage<? extends DomainEvent> stored) {
        var topic = types.topicOf(stored.getPayload().getClass());
        return of(stored).map(event -> message(event, topic));
    }

    private static ProducerRecord<byte[], byte[]> message(CloudEvent event, String topic) {
        var message = new ProducerRecord<>(
                topic, event.subject().toString().getBytes(UTF_8), event.data().getBytes(UTF_8));
        header(message, "ce_specversion", event.specVersion());
        header(message, "ce_id", event.id());
        header(message, "ce_type", event.type());
        header(message, "ce_source", event.source());
        header(message, "ce_subject", event.subject().toString());
        header(message, "ce_time", event.time().toString());
        header(message, "content-type", event.dataContentType());
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
