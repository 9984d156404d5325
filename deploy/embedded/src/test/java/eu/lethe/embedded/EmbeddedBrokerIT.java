package eu.lethe.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "lethe.cases.v1";

    @Test
    void what_is_sent_is_received() throws Exception {
        send(TestInfrastructure.bootstrapServers(), "hello");

        assertThat(receive(TestInfrastructure.bootstrapServers())).contains("hello");
    }

    @Test
    void emptied_topics_hold_nothing_of_an_earlier_test() throws Exception {
        send(TestInfrastructure.bootstrapServers(), "earlier");

        TestInfrastructure.emptyTopics();
        send(TestInfrastructure.bootstrapServers(), "later");

        assertThat(receive(TestInfrastructure.bootstrapServers())).containsExactly("later");
    }

    @Test
    void a_persistent_broker_keeps_its_messages_over_a_restart(@TempDir Path directory) throws Exception {
        int port = FreePort.find();
        try (var broker = EmbeddedBroker.persistent(directory, port)) {
            send(broker.bootstrapServers(), "kept");
        }

        try (var broker = EmbeddedBroker.persistent(directory, port)) {
            assertThat(receive(broker.bootstrapServers())).containsExactly("kept");
        }
    }

    private static void send(String bootstrapServers, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", text)).get();
        }
    }

    private static List<String> receive(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int attempt = 0; attempt < 60; attempt++) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    List<String> texts = new ArrayList<>();
                    records.forEach(message -> texts.add(message.value()));
                    return texts;
                }
            }
            return List.of();
        }
    }
}
