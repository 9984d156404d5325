package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Understands CloudEvents in binary mode. What it cannot read it names by a code, never by quoting it. */
final class MessageReader {

    /** What any version of Lethe may call an event, see {@link EventTypes}. */
    static final Pattern TYPE = Pattern.compile("lethe\\.[a-z]+\\.[A-Za-z]+\\.v[1-9][0-9]*");

    private final JsonMapper json = EventJson.mapper();
    private final EventTypes types;

    MessageReader(EventTypes types) {
        this.types = types;
    }

    /**
     * The class of a message's event.
     *
     * @return empty when a later version of Lethe wrote it, and this one does not know the type
     * @throws UnreadableMessage when it is no event of Lethe
     */
    Optional<Class<? extends DomainEvent>> classOf(ConsumerRecord<byte[], byte[]> message) {
        var type = header(message, "ce_type");
        if (!TYPE.matcher(type).matches()) {
            throw new UnreadableMessage("unknown-type");
        }
        return types.classOf(type);
    }

    /**
     * Reads a message, and looks whether the headers, the key and the topic agree with what it says.
     *
     * @throws UnreadableMessage when it cannot be read
     * @throws ForgedMessage when the service that writes this topic cannot have written it
     */
    <E extends DomainEvent> ReceivedEvent<E> read(ConsumerRecord<byte[], byte[]> message, Class<E> event) {
        var received =
                new ReceivedEvent<>(id(message), header(message, "ce_source"), time(message), payload(message, event));
        if (!types.topicOf(event).equals(message.topic())) {
            throw new ForgedMessage("wrong-topic");
        }
        if (!types.isPublishedBy(received.source(), event)) {
            throw new ForgedMessage("wrong-source");
        }
        var subject = received.payload().subject().toString();
        if (!subject.equals(header(message, "ce_subject"))) {
            throw new ForgedMessage("wrong-subject");
        }
        // a subject's events keep their order by the key: under another one a message would overtake
        if (message.key() == null || !subject.equals(new String(message.key(), UTF_8))) {
            throw new ForgedMessage("wrong-key");
        }
        return received;
    }

    private static UUID id(ConsumerRecord<byte[], byte[]> message) {
        try {
            return UUID.fromString(header(message, "ce_id"));
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableMessage("malformed-ce_id");
        }
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> message) {
        try {
            return OffsetDateTime.parse(header(message, "ce_time")).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnreadableMessage("malformed-ce_time");
        }
    }

    private <E extends DomainEvent> E payload(ConsumerRecord<byte[], byte[]> message, Class<E> event) {
        if (message.value() == null) {
            throw new UnreadableMessage("no-data");
        }
        try {
            var payload = json.readValue(message.value(), event);
            if (payload == null || payload.subject() == null) {
                throw new UnreadableMessage("malformed-data");
            }
            return payload;
        } catch (JacksonException malformed) {
            throw new UnreadableMessage("malformed-data");
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableMessage("no-" + name);
        }
        return new String(header.value(), UTF_8);
    }
}
