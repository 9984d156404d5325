package eu.lethe.retention.certificate;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.retention.epoch.TreeEntry;
import eu.lethe.retention.kept.KeptTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the second record of the list of certificates, which others than retention-service can read: each message is the
 * list's head at a size, and the leaf that led to it. Nothing is compacted away, so that a second head of a size would show.
 */
@Component
class TreeTopic {

    static final String TOPIC = "lethe.retention.certificate-tree.v1";

    private final KeptTopic topic;
    private final JsonMapper json = EventJson.mapper();

    TreeTopic(KafkaProperties kafka, AcknowledgedProducer producer) {
        this.topic = new KeptTopic(kafka, producer, TOPIC, TopicConfig.CLEANUP_POLICY_DELETE);
    }

    /**
     * Publishes entries; returns when Kafka has all of them.
     *
     * @param behind how many there are before them
     */
    void publish(int behind, List<TreeEntry> entries) {
        var messages = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var entry : entries) {
            var size = behind + messages.size() + 1;
            messages.add(topic.message(
                    Integer.toString(size).getBytes(StandardCharsets.US_ASCII), json.writeValueAsBytes(entry)));
        }
        topic.publish(messages);
    }

    /** All that reads as an entry; whether the agency signed it is for the reader to see. */
    List<TreeEntry> read() {
        List<TreeEntry> entries = new ArrayList<>();
        topic.read(message -> {
            if (message.value() != null) {
                try {
                    entries.add(json.readValue(message.value(), TreeEntry.class));
                } catch (JacksonException | NullPointerException notAnEntry) {
                    // whoever may write to the topic says what they like; only what the agency signed counts
                }
            }
        });
        return entries;
    }
}
