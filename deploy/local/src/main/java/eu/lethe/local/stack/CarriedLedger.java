package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Understands what a Kafka that is being replaced tells of removed keys. The one that is put in its place is older, and so is the
 * database: without this nobody would know what was erased since, and no key would be used any more. It is told to Kafka again before any
 * service starts. None of it is believed for its own sake: retention-service takes what ends in the head that lies with the keys.
 *
 * @param file where it waits to be told
 */
record CarriedLedger(Path file) {
    private static final String TOPIC = "lethe.retention.ledger.v1";
    private static final Base64.Encoder TEXT = Base64.getEncoder();
    private static final Base64.Decoder BYTES = Base64.getDecoder();

    static CarriedLedger in(StateDirectory state) {
        return new CarriedLedger(state.root().resolve("ledger-to-tell"));
    }

    /** Takes along what a Kafka that is stopped holds, as far as it can be read, and keeps what was not told yet. */
    void takeFrom(Path kafka, Progress progress) throws IOException {
        var messages = new LinkedHashSet<>(waiting());
        for (Path segment : segments(kafka)) {
            try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
                for (Record message : records.records()) {
                    if (message.hasKey() && message.valueSize() > 0) {
                        messages.add(text(message));
                    }
                }
            } catch (KafkaException damaged) {
                progress.say(
                        "%s is damaged, so that not all of the ledger of removed keys may go along: if retention-service says ledger-rolled-back, docs/operator-local-stack.md tells what to do."
                                .formatted(segment));
            }
        }
        if (!messages.isEmpty()) {
            WholeFile.write(file, String.join("\n", messages) + "\n");
            progress.say("The ledger of removed keys goes along: what was erased since the backup stays erased.");
        }
    }

    /** Tells it to a Kafka that runs; afterwards nothing waits. */
    void tell(String bootstrapServers, Progress progress) throws IOException {
        List<String> messages = waiting();
        if (messages.isEmpty()) {
            return;
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (String message : messages) {
                int between = message.indexOf(' ');
                sent.add(producer.send(new ProducerRecord<>(
                        TOPIC,
                        0,
                        BYTES.decode(message.substring(0, between)),
                        BYTES.decode(message.substring(between + 1)))));
            }
            producer.flush();
            requireTaken(sent);
        }
        Files.delete(file);
        progress.say("  Kafka was told again which keys had been removed before the backup was put back.");
    }

    private static void requireTaken(Collection<Future<?>> sent) {
        try {
            for (Future<?> message : sent) {
                var _ = message.get();
            }
        } catch (ExecutionException refused) {
            throw new StackProblem("Kafka did not take the ledger of removed keys: ./lethe up tries again.", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: ./lethe up tries again.", interrupted);
        }
    }

    private List<String> waiting() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<Path> segments(Path kafka) throws IOException {
        if (!Files.isDirectory(kafka)) {
            return List.of();
        }
        List<Path> segments = new ArrayList<>();
        try (Stream<Path> partitions = Files.list(kafka)) {
            for (Path partition : partitions
                    .filter(path -> path.getFileName().toString().startsWith(TOPIC + "-"))
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.list(partition)) {
                    files.filter(path -> path.toString().endsWith(".log"))
                            .sorted()
                            .forEach(segments::add);
                }
            }
        }
        return segments;
    }

    private static String text(Record message) {
        return TEXT.encodeToString(Utils.toArray(message.key())) + " "
                + TEXT.encodeToString(Utils.toArray(message.value()));
    }
}
