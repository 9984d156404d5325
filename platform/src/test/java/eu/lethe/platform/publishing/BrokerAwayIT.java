package eu.lethe.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.embedded.EmbeddedBroker;
import eu.lethe.embedded.FreePort;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.KafkaReader;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A broker of its own, which goes away and comes back. */
class BrokerAwayIT {

    private static final JsonMapper JSON = new JsonMapper();

    private List<UUID> notebooks = notebooks(3);
    private final Map<String, String> settings = new LinkedHashMap<>(TestInfrastructure.propertiesFor("case"));

    @TempDir
    private Path directory;

    private final int port = FreePort.find();

    @BeforeEach
    void theBrokerIsThereLater() {
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + port);
    }

    @Test
    void without_kafka_a_service_starts_and_writes_and_publishes_when_it_comes() {
        try (var service = NotebookService.start(settings)) {
            write(service, 1, 3);
            await().untilAsserted(() -> assertThat(lag(service)).isEqualTo(3 * 4));

            try (var _ = EmbeddedBroker.persistent(directory, port)) {
                assertThat(publishedPages(3))
                        .allSatisfy((_, pages) -> assertThat(pages).containsExactly(0, 1, 2, 3));
                await().untilAsserted(() -> assertThat(lag(service)).isZero());
            }
        }
    }

    @Test
    void of_a_topic_that_is_still_being_made_no_event_overtakes_the_one_before() {
        // so many partitions that the broker is still making the last when it is told of the first
        settings.put("lethe.kafka.partitions", "250");
        notebooks = notebooks(60);
        try (var service = NotebookService.start(settings);
                var _ = EmbeddedBroker.persistent(directory, port)) {
            write(service, 1, 6);

            assertEachIsPublishedInOrder(6);
        }
    }

    @Test
    void what_is_written_while_the_broker_restarts_is_published_once_and_in_order() {
        var broker = EmbeddedBroker.persistent(directory, port);
        try (var service = NotebookService.start(settings)) {
            write(service, 1, 20);
            broker.close();
            write(service, 21, 40);
            broker = EmbeddedBroker.persistent(directory, port);
            write(service, 41, 60);

            assertEachIsPublishedInOrder(60);
        } finally {
            broker.close();
        }
    }

    @Test
    void the_token_does_not_move_before_kafka_has_acknowledged() throws InterruptedException {
        var broker = EmbeddedBroker.persistent(directory, port);
        try (var service = NotebookService.start(settings)) {
            write(service, 1, 1);
            publishedPages(1);
            await().untilAsserted(() -> assertThat(lag(service)).isZero());
            broker.close();
            var token = token(service);

            write(service, 2, 2);
            Thread.sleep(Duration.ofSeconds(3));

            assertThat(token(service)).isEqualTo(token);
        } finally {
            broker.close();
        }
    }

    private static List<UUID> notebooks(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private void write(NotebookService service, int from, int to) {
        for (var page = from; page <= to; page++) {
            for (var notebook : notebooks) {
                if (page == 1) {
                    service.commands().sendAndWait(new Notebook.Open(notebook));
                }
                service.commands().sendAndWait(new Notebook.Write(notebook));
            }
        }
    }

    /** Of what is published again, the first time counts. */
    private void assertEachIsPublishedInOrder(int last) {
        assertThat(publishedPages(last))
                .allSatisfy((_, pages) -> assertThat(pages.stream().distinct())
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(0, last).boxed().toList()));
    }

    /** The pages of each notebook as Kafka has them, 0 for its opening, once the last page is there. */
    private Map<String, List<Integer>> publishedPages(int last) {
        try (var kafka = new KafkaReader("127.0.0.1:" + port, NotebookService.TOPIC)) {
            kafka.await(notebooks.size(), message -> page(message.value()) == last);
            var pages = new LinkedHashMap<String, List<Integer>>();
            kafka.await(0, _ -> true)
                    .forEach(message -> pages.computeIfAbsent(message.key(), _ -> new ArrayList<>())
                            .add(page(message.value())));
            return pages;
        }
    }

    private static int page(String event) {
        return JSON.readTree(event).path("page").asInt(0);
    }

    private static double lag(NotebookService service) {
        return service.bean(MeterRegistry.class)
                .get("lethe.publishing.lag")
                .gauge()
                .value();
    }

    private static String token(NotebookService service) {
        return service.database()
                .sql("select convert_from(token, 'UTF8') from token_entry where processor_name = 'publishing'")
                .query((row, _) -> row.getString(1))
                .single();
    }
}
