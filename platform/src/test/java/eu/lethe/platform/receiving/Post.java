package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.embedded.TestInfrastructure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts messages on a topic as another service, or a broken one, would. */
final class Post implements AutoCloseable {

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer());
    private final String topic;

    Post(String topic) {
        this.topic = topic;
    }

    /** A page of a notebook. */
    void page(UUID eventId, UUID notebook, int page) {
        send(
                notebook,
                "{\"notebookId\":\"%s\",\"page\":%d,\"lines\":[]}".formatted(notebook, page),
                attributes(eventId, "lethe.notebooks.PageWritten.v1"));
    }

    /** Anything at all. */
    void send(UUID key, String data, Map<String, String> headers) {
        var message = new ProducerRecord<>(topic, key.toString(), data);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        if (!headers.containsKey("ce_subject")) {
            message.headers().add("ce_subject", key.toString().getBytes(UTF_8));
        }
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> attributes(UUID eventId, String type) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("ce_id", eventId.toString());
        attributes.put("ce_type", type);
        attributes.put("ce_source", "notebook-service");
        attributes.put("ce_time", Instant.now().toString());
        return attributes;
    }

    @Override
    public void close() {
        producer.close();
    }
}
