package eu.lethe.local.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands what an integrator sees on a topic: every event of one subject or of several, from the beginning. */
final class PublishedEvents {

    /** One CloudEvent, binary mode. */
    record Event(String id, String type, String source, String subject, String key, JsonNode data) {}

    private PublishedEvents() {}

    static List<Event> of(String subject, String topic, int kafkaPort) {
        return of(Set.of(subject), topic, kafkaPort);
    }

    static List<Event> of(Set<String> subjects, String topic, int kafkaPort) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + kafkaPort,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
        try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Event>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    if (subjects.contains(header(message, "ce_subject"))) {
                        found.add(event(message));
                    }
                }
            }
            return found;
        }
    }

    private static Event event(ConsumerRecord<String, byte[]> message) {
        return new Event(
                header(message, "ce_id"),
                header(message, "ce_type"),
                header(message, "ce_source"),
                header(message, "ce_subject"),
                message.key(),
                JsonMapper.shared().readTree(message.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(
                Objects.requireNonNull(message.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }
}
