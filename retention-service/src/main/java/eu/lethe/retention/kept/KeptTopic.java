package eu.lethe.retention.kept;

import eu.lethe.platform.publishing.AcknowledgedProducer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
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
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Understands a topic of one partition that is never forgotten, and that its only writer reads back whole. */
public final class KeptTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    private final KafkaProperties kafka;
    private final AcknowledgedProducer producer;
    private final String name;
    private final Map<String, String> configuration;
    private volatile boolean made;

    /**
     * @param cleanup {@link TopicConfig#CLEANUP_POLICY_COMPACT} where a later message of a key replaces an earlier one,
     *     {@link TopicConfig#CLEANUP_POLICY_DELETE} where each stays
     */
    public KeptTopic(KafkaProperties kafka, AcknowledgedProducer producer, String name, String cleanup) {
        this.kafka = kafka;
        this.producer = producer;
        this.name = name;
        this.configuration = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanup,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
    }

    /** A message for it. */
    public ProducerRecord<byte[], byte[]> message(byte[] key, byte[] value) {
        return new ProducerRecord<>(name, 0, key, value);
    }

    /**
     * Publishes messages; returns when Kafka has all of them.
     *
     * @throws KafkaException when it is away
     * @throws eu.lethe.platform.publishing.NotAcknowledged when it does not take them
     */
    public void publish(Collection<ProducerRecord<byte[], byte[]>> messages) {
        make();
        var batch = producer.batch();
        messages.forEach(batch::add);
        batch.join();
    }

    /**
     * Reads all that is there now.
     *
     * @throws KafkaException when it is away
     */
    public void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        made = false;
        make();
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var until = System.nanoTime() + LONGEST_READING.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - until > 0) {
                    throw new KafkaException(name + " could not be read in time");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
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
            if (admin.listTopics().names().get().contains(name)) {
                keepForEver(admin);
            } else {
                admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()).configs(configuration)))
                        .all()
                        .get();
            }
            made = true;
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("the topic " + name + " cannot be made", refused.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", stopped);
        }
    }

    private void keepForEver(Admin admin) throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var there = admin.describeConfigs(List.of(topic)).all().get().get(topic);
        var changes = configuration.entrySet().stream()
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
