package eu.lethe.retention.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.epoch.LedgerHeads;
import eu.lethe.retention.kept.KeptTopic;
import eu.lethe.retention.keys.KeyLedger.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
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

    private final KeptTopic topic;
    private final LedgerHeads heads;
    private final JsonMapper json = EventJson.mapper();

    LedgerTopic(KafkaProperties kafka, AcknowledgedProducer producer, LedgerHeads heads) {
        this.topic = new KeptTopic(kafka, producer, TOPIC, TopicConfig.CLEANUP_POLICY_COMPACT);
        this.heads = heads;
    }

    /**
     * Publishes entries; returns when Kafka has all of them.
     *
     * @throws KafkaException when it is away
     * @throws eu.lethe.platform.publishing.NotAcknowledged when it does not take them
     */
    void publish(Collection<LedgerLink> links) {
        topic.publish(links.stream()
                .map(link -> topic.message(
                        Long.toString(link.place()).getBytes(StandardCharsets.UTF_8),
                        json.writeValueAsBytes(Message.of(link))))
                .toList());
    }

    /** Publishes the signed head; returns when Kafka has it. */
    void publish(LedgerHead head) {
        topic.publish(List.of(topic.message(HEAD, heads.signed(head).getBytes(StandardCharsets.US_ASCII))));
    }

    /**
     * Reads all that is there now.
     *
     * @throws KafkaException when it is away
     */
    Held read() {
        Map<String, LedgerLink> links = new HashMap<>();
        List<LedgerHead> found = new ArrayList<>();
        topic.read(message -> {
            head(message).ifPresent(found::add);
            link(message).ifPresent(link -> links.put(link.chain(), link));
        });
        return new Held(links, found.stream().max(Comparator.comparingLong(LedgerHead::size)));
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
}
