package eu.lethe.reporting.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.embedded.TestInfrastructure;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Understands Kafka as the neighbours use it: CloudEvents in binary mode. */
public final class Topic {

    private static final EventTypes TYPES = EventTypes.ofLethe();

    private Topic() {}

    /** Publishes an event as its own service would, under a new id. */
    public static void publish(DomainEvent event) {
        publish(event, UUID.randomUUID());
    }

    /** Publishes an event under a given id: the same id again is a redelivery. */
    public static void publish(DomainEvent event, UUID id) {
        var message = new ProducerRecord<>(
                TYPES.topicOf(event.getClass()),
                event.subject().toString().getBytes(UTF_8),
                EventJson.mapper().writeValueAsBytes(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", TYPES.typeOf(event.getClass()),
                        "ce_source", TYPES.sourceOf(event.getClass()),
                        "ce_subject", event.subject().toString(),
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
