package eu.lethe.retention.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.epoch.LedgerHeads;
import eu.lethe.retention.keys.KeyLedger.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the second home of the ledger of removed keys: a compacted topic, kept for ever. Each entry has its place as
 * its key, and the signed head stands beside them. Nothing that it holds is believed for its own sake: entries count as far
 * as a signed head contains them.
 */
@Component
class LedgerTopic {

    static final String TOPIC = "lethe.retention.ledger.v1";

    private static final byte[] HEAD = "head".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> CONFIGURATION = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    /**
     * What the topic holds.
     *
     * @param links by their hash
     * @param head the furthest that the agency signed
     */
    record Held(Map<String, LedgerLink> links, Optional<LedgerHead> head) {}

    private record Message(
            long place,
            KeyId kid,
            UUID erasureId,
            boolean wholePerson,
            int epoch,
            String salt,
            LocalDate removedOn,
            Instant removedAt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> leasedBy,

            String previous,
            String chain) {

        static Message of(LedgerLink link) {
            var entry = link.entry();
            return new Message(
                    link.place(),
                    entry.id(),
                    entry.erasureId(),
                    entry.wholePerson(),
                    entry.epoch(),
                    entry.salt(),
                    entry.removedOn(),
                    entry.removedAt().toInstant(),
                    entry.leasedBy(),
                    link.previous(),
                    link.chain());
        }

        LedgerLink link() {
            return new LedgerLink(
                    place,
                    new Entry(
                            kid,
                            erasureId,
                            wholePerson,
                            epoch,
                            salt,
                            removedOn,
                            removedAt.atOffset(ZoneOffset.UTC),
                            leasedBy == null ? List.of() : leasedBy),
                    previous,
                    chain);
        }
    }

    private final KafkaProperties kafka;
    private final AcknowledgedProducer producer;
    private final LedgerHeads heads;
    private final JsonMapper json = EventJson.mapper();
    private volatile boolean made;

    LedgerTopic(KafkaProperties kafka, AcknowledgedProducer producer, LedgerHeads heads) {
        this.kafka = kafka;
        this.producer = producer;
        this.heads = heads;
    }

    /**
     * Publishes entries; returns when Kafka has all of them.
     *
     * @throws KafkaException when it is away
     * @throws eu.lethe.platform.publishing.NotAcknowledged when it does not take them
     */
    void publish(Collection<LedgerLink> links) {
        make();
        var batch = producer.batch();
        for (var link : links) {
            batch.add(new ProducerRecord<>(
                    TOPIC,
                    0,
                    Long.toString(link.place()).getBytes(StandardCharsets.UTF_8),
                    json.writeValueAsBytes(Message.of(link))));
        }
        batch.join();
    }

    /** Publishes the signed head; returns when Kafka has it. */
    void publish(LedgerHead head) {
        make();
        var batch = producer.batch();
        batch.add(new ProducerRecord<>(TOPIC, 0, HEAD, heads.signed(head).getBytes(StandardCharsets.US_ASCII)));
        batch.join();
    }

    /**
     * Reads all that is there now.
     *
     * @throws KafkaException when it is away
     */
    Held read() {
        made = false;
        make();
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Map<String, LedgerLink> links = new HashMap<>();
            var head = Optional.<LedgerHead>empty();
            var until = System.nanoTime() + LONGEST_READING.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - until > 0) {
                    throw new KafkaException("the ledger could not be read in time");
                }
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    head = later(head, head(message));
                    link(message).ifPresent(link -> links.put(link.chain(), link));
                }
            }
            return new Held(links, head);
        }
    }

    private static Optional<LedgerHead> later(Optional<LedgerHead> one, Optional<LedgerHead> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparingLong(LedgerHead::size));
    }

    private Optional<LedgerHead> head(ConsumerRecord<byte[], byte[]> message) {
        return message.value() == null
                ? Optional.empty()
                : heads.read(new String(message.value(), StandardCharsets.US_ASCII));
    }

    /** What does not read as an entry, or whose hash is not its own, is none. */
    private Optional<LedgerLink> link(ConsumerRecord<byte[], byte[]> message) {
        try {
            return message.value() == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(message.value(), Message.class).link())
                            .filter(LedgerLink::holds);
        } catch (RuntimeException notAnEntry) {
            return Optional.empty();
        }
    }

    /** Makes the topic, or makes one that a broker made by itself keep what it holds. */
    private void make() {
        if (made) {
            return;
        }
        var settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        try (var admin = Admin.create(settings)) {
            if (admin.listTopics().names().get().contains(TOPIC)) {
                keepForEver(admin);
            } else {
                admin.createTopics(
                                List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty()).configs(CONFIGURATION)))
                        .all()
                        .get();
            }
            made = true;
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("the topic of the ledger cannot be made", refused.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", stopped);
        }
    }

    private static void keepForEver(Admin admin) throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        var there = admin.describeConfigs(List.of(topic)).all().get().get(topic);
        var changes = CONFIGURATION.entrySet().stream()
                .filter(wanted -> there == null
                        || there.get(wanted.getKey()) == null
                        || !wanted.getValue().equals(there.get(wanted.getKey()).value()))
                .map(wanted -> new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        }
    }
}
