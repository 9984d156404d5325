package eu.lethe.platform.publishing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.lethe.embedded.EmbeddedBroker;
import eu.lethe.embedded.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, which goes away. */
class AcknowledgedProducerIT {

    private static final ProducerRecord<byte[], byte[]> MESSAGE =
            new ProducerRecord<>("lethe.notebooks.v1", new byte[1]);

    @TempDir
    private Path directory;

    private final int port = FreePort.find();

    @Test
    void whoever_stops_while_the_broker_is_away_is_not_kept_waiting_by_what_it_does_not_acknowledge() {
        var producer = new AcknowledgedProducer(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port, ProducerConfig.LINGER_MS_CONFIG, 4_000));
        AcknowledgedProducer.Batch unanswered;
        try (var _ = EmbeddedBroker.persistent(directory, port)) {
            var answered = producer.batch();
            answered.add(MESSAGE);
            answered.join();
            unanswered = producer.batch();
            unanswered.add(MESSAGE);
        }

        assertTimeoutPreemptively(Duration.ofSeconds(20), producer::close);

        assertThatThrownBy(unanswered::join).isInstanceOf(NotAcknowledged.class);
    }
}
