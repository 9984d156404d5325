package eu.lethe.testkit;

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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Understands Kafka as the neighbours of a service, and integrators, use it: CloudEvents in binary mode. */
public final class Topic {

    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final Map<String, Object> SETTINGS =
            Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(SETTINGS, new ByteArraySerializer(), new ByteArraySerializer());

    private Topic() {}

    /** Publishes an event as its own service would, under a new id. */
    public static void publish(DomainEvent event) {
        publish(event, UUID.randomUUID());
    }

    /** Publishes an event under a given id, the same again being a redelivery; returns when Kafka has it. */
    public static void publish(DomainEvent event, UUID id) {
        Publishers.recorded(id, event);
        send(event, id, TYPES.sourceOf(event.getClass()));
    }

    /** Publishes as somebody would who may write to the broker: no service recorded the event. */
    public static UUID forge(DomainEvent event, String source) {
        var id = UUID.randomUUID();
        forgeAs(id, event, source);
        return id;
    }

    /** Publishes under an id that another event may have. */
    public static void forgeAs(UUID id, DomainEvent event, String source) {
        send(event, id, source);
    }

    /** Publishes what looks like an event of a kind about a subject, and cannot be read. */
    public static UUID garble(Class<? extends DomainEvent> kind, UUID subject) {
        var id = UUID.randomUUID();
        send(kind, subject, "{}".getBytes(UTF_8), id, TYPES.sourceOf(kind));
        return id;
    }

    private static void send(DomainEvent event, UUID id, String source) {
        send(event.getClass(), event.subject(), EventJson.mapper().writeValueAsBytes(event), id, source);
    }

    private static void send(Class<? extends DomainEvent> kind, UUID subject, byte[] data, UUID id, String source) {
        var message =
                new ProducerRecord<>(TYPES.topicOf(kind), subject.toString().getBytes(UTF_8), data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", TYPES.typeOf(kind),
                        "ce_source", source,
                        "ce_subject", subject.toString(),
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try {
            PRODUCER.send(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The events of one kind about a subject that are on their topic now. */
    public static <E extends DomainEvent> List<E> published(Class<E> kind, UUID subject) {
        return messages(TYPES.topicOf(kind)).stream()
                .filter(message -> header(message, "ce_type").equals(TYPES.typeOf(kind)))
                .filter(message -> new String(message.key(), UTF_8).equals(subject.toString()))
                .map(message -> EventJson.mapper().readValue(message.value(), kind))
                .toList();
    }

    /** Every message of a topic so far. */
    public static List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
        try (var consumer = new KafkaConsumer<>(SETTINGS, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    /** Whether a message was kept aside by one of the consumers of its topic, with a code. */
    public static boolean keptAside(String topic, UUID id, String code) {
        return deadLettersOf(topic).stream()
                .flatMap(letters -> messages(letters).stream())
                .anyMatch(letter -> header(letter, "ce_id").equals(id.toString())
                        && header(letter, "lethe_error").equals(code));
    }

    private static List<String> deadLettersOf(String topic) {
        try (var consumer = new KafkaConsumer<>(SETTINGS, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet().stream()
                    .filter(name -> name.startsWith(topic + ".") && name.endsWith(".dlt"))
                    .toList();
        }
    }

    /** A header of a message. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
