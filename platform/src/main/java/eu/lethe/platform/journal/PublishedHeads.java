package eu.lethe.platform.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import eu.lethe.contracts.events.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the heads of a journal as the topic holds them, where no change of the database reaches. Only those count that the
 * service signed: whoever can write to the topic neither makes the journal look cut, nor hides that it was.
 */
final class PublishedHeads {

    /** What is told of an entry: where it is, its hash, and the root it led to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Published(
            String by,
            long index,
            String leaf,
            String root,
            @Nullable String signature) {}

    private static final String TOPIC = "lethe.access.v1";
    private static final JsonMapper JSON = EventJson.mapper();
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final HeadKeys keys;
    private final String service;

    PublishedHeads(Map<String, Object> consumerSettings, HeadKeys keys, String service) {
        this.settings = new HashMap<>(consumerSettings);
        this.settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        this.settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.keys = keys;
        this.service = service;
    }

    /**
     * Reads all that the topic held when it was asked, some at a time.
     *
     * @throws IllegalStateException when the broker does not answer: then nothing was found out
     */
    void read(Consumer<List<Published>> some) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var quietSince = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    quietSince = System.nanoTime();
                    var heads = new ArrayList<Published>();
                    records.forEach(message -> add(message, heads));
                    some.accept(heads);
                } else if (System.nanoTime() - quietSince > PATIENCE.toNanos() * 4) {
                    throw new IllegalStateException("the topic of the access journal could not be read to its end");
                }
            }
        }
    }

    /** What this service signed. */
    private void add(ConsumerRecord<byte[], byte[]> message, List<Published> heads) {
        var head = read(message);
        if (head != null
                && service.equals(head.by())
                && keys.signed(head.signature(), head.by(), head.index(), head.leaf(), head.root())) {
            heads.add(head);
        }
    }

    private static @Nullable Published read(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return null;
        }
        try {
            var head = JSON.readValue(message.value(), Published.class);
            return head.by() == null || head.leaf() == null || head.root() == null ? null : head;
        } catch (JacksonException notOurs) {
            return null;
        }
    }
}
