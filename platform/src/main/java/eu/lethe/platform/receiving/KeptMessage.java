package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A message that is kept aside.
 *
 * @param id by which it is asked for
 * @param consumer who could not apply it
 * @param topic where it came from, with its partition and offset
 * @param state {@code failed}, {@code waiting} behind one that failed, or how it ended
 * @param code why it failed
 * @param subject its key; null where it had none, or was erased
 * @param content as it came; null where it is not kept
 * @param since when it was kept aside
 * @param tries how often it was tried, or 1 while it waits
 * @param behind how many wait behind it
 */
record KeptMessage(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String state,
        String code,
        @Nullable String subject,
        @Nullable String eventType,
        @Nullable UUID eventId,
        @Nullable Content content,
        Instant since,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        long behind) {

    /** How one that is applied after all ends. */
    static final String APPLIED = "applied";
    /** How one ends that nobody is to apply any more. */
    static final String PASSED_OVER = "passed-over";
    /** How one ends that the service whose topic it is did not write. */
    static final String FORGED = "forged";
    /** All of them. */
    static final String STATES = "failed|waiting|applied|passed-over|forged|erased";

    /**
     * What a message carried, its sealed fields sealed.
     *
     * @param value in base 64
     */
    record Content(@Nullable String value, List<Header> headers) {

        /**
         * One header.
         *
         * @param value in base 64
         */
        record Header(String key, @Nullable String value) {}

        static Content of(ConsumerRecord<byte[], byte[]> message) {
            return new Content(
                    text(message.value()),
                    Stream.of(message.headers().toArray())
                            .map(header -> new Header(header.key(), text(header.value())))
                            .toList());
        }

        byte @Nullable [] bytes() {
            return bytes(value);
        }

        /** What kind of event it says that it is; empty where that is no name of one. */
        Optional<String> type() {
            return header("ce_type")
                    .filter(type -> MessageReader.TYPE.matcher(type).matches());
        }

        Optional<UUID> eventId() {
            try {
                return header("ce_id").map(UUID::fromString);
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }

        private Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.key().equals(name))
                    .reduce((_, last) -> last)
                    .flatMap(header -> Optional.ofNullable(bytes(header.value())))
                    .map(value -> new String(value, UTF_8));
        }

        private static @Nullable String text(byte @Nullable [] bytes) {
            return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
        }

        private static byte @Nullable [] bytes(@Nullable String text) {
            return text == null ? null : Base64.getDecoder().decode(text);
        }

        @Override
        public String toString() {
            return "Content[" + type().orElse("") + "]";
        }
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** The message as it came; empty where it is not kept. */
    Optional<ConsumerRecord<byte[], byte[]>> asItCame() {
        return Optional.ofNullable(content).map(kept -> {
            var headers = new RecordHeaders();
            kept.headers().forEach(header -> headers.add(header.key(), Content.bytes(header.value())));
            return new ConsumerRecord<>(
                    topic,
                    partition,
                    offset,
                    ConsumerRecord.NO_TIMESTAMP,
                    TimestampType.NO_TIMESTAMP_TYPE,
                    ConsumerRecord.NULL_SIZE,
                    ConsumerRecord.NULL_SIZE,
                    subject == null ? null : subject.getBytes(UTF_8),
                    kept.bytes(),
                    headers,
                    Optional.empty());
        });
    }
}
