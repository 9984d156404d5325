package eu.lethe.platform.publishing;

import static eu.lethe.platform.notebook.KafkaReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.KafkaReader;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.notebook.Seals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublishingIT {

    private static NotebookService service;
    private static KafkaReader kafka;

    private final UUID notebook = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
        kafka = new KafkaReader(TestInfrastructure.bootstrapServers(), NotebookService.TOPIC);
    }

    @AfterAll
    static void stop() {
        kafka.close();
        service.close();
    }

    @Test
    void a_stored_event_is_a_cloud_event_in_binary_mode() {
        service.commands().sendAndWait(new Notebook.Open(notebook));

        var message = published(1).getFirst();

        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_type")).isEqualTo("lethe.notebooks.NotebookOpened.v1");
        assertThat(header(message, "ce_source")).isEqualTo("notebook-service");
        assertThat(header(message, "ce_subject")).isEqualTo(notebook.toString());
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(Instant.parse(header(message, "ce_time"))).isBefore(Instant.now());
        assertThat(message.value()).isEqualTo("{\"notebookId\":\"%s\"}".formatted(notebook));
    }

    @Test
    void its_id_is_that_of_the_stored_event() {
        service.commands().sendAndWait(new Notebook.Open(notebook));

        assertThat(header(published(1).getFirst(), "ce_id"))
                .isEqualTo(service.database()
                        .sql("select event_identifier from domain_event where aggregate_identifier = ?")
                        .param(notebook.toString())
                        .query(String.class)
                        .single());
    }

    @Test
    void a_sealed_value_stays_the_same_jwe() {
        var line = Seals.line(Seals.keyOf(notebook));
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.commands().sendAndWait(new Notebook.Write(notebook, List.of(line)));

        assertThat(published(2).getLast().value()).contains("[\"%s\"]".formatted(line.compact()));
    }

    @Test
    void the_topic_is_made_with_its_partitions_and_retention() throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, NotebookService.TOPIC);
        service.commands().sendAndWait(new Notebook.Open(notebook));
        published(1);

        try (var admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            assertThat(admin.describeTopics(List.of(NotebookService.TOPIC))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(described -> assertThat(described.partitions()).hasSize(12));
            assertThat(admin.describeConfigs(List.of(topic)).all().get().values())
                    .singleElement()
                    .satisfies(config ->
                            assertThat(config.get("retention.ms").value()).isEqualTo("7776000000"));
        }
    }

    @Test
    void what_was_published_is_counted() {
        var before = counted();

        service.commands().sendAndWait(new Notebook.Open(notebook));
        published(1);

        await().untilAsserted(() -> assertThat(counted()).isGreaterThan(before));
    }

    private static double counted() {
        return service.bean(MeterRegistry.class).counter("lethe.published").count();
    }

    private List<ConsumerRecord<String, String>> published(int count) {
        return kafka.await(count, message -> notebook.toString().equals(message.key()));
    }
}
