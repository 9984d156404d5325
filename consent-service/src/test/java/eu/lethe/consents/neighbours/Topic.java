package eu.lethe.consents.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.embedded.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    /** The events of one kind about a subject that are on their topic now. */
    public static <E extends DomainEvent> List<E> published(Class<E> kind, UUID subject) {
        var found = new ArrayList<E>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestInfrastructure.bootstrapServers(), "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TYPES.topicOf(kind)).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var type =
                            new String(message.headers().lastHeader("ce_type").value(), UTF_8);
                    if (type.equals(TYPES.typeOf(kind))
                            && new String(message.key(), UTF_8).equals(subject.toString())) {
                        found.add(EventJson.mapper().readValue(message.value(), kind));
                    }
                }
            }
        }
        return found;
    }
}
