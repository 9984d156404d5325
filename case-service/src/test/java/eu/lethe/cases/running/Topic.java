package eu.lethe.cases.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.embedded.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as the other services and an integrator see it. */
public final class Topic {

    private static final EventTypes TYPES = EventTypes.ofLethe();

    private Topic() {}

    /** Publishes as another service would. */
    public static void publish(DomainEvent event) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(
                    TYPES.topicOf(event.getClass()),
                    event.subject().toString().getBytes(UTF_8),
                    EventJson.mapper().writeValueAsBytes(event));
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_type", TYPES.typeOf(event.getClass()),
                            "ce_source", TYPES.sourceOf(event.getClass()),
                            "ce_subject", event.subject().toString(),
                            "ce_time", Instant.now().toString(),
                            "content-type", "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every message of a topic so far. */
    public static List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new java.util.ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .forEach(messages::add);
            }
            return messages;
        }
    }

    /** A header of a message. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
