package eu.lethe.platform.receiving;

import static eu.lethe.platform.notebook.KafkaReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.KafkaReader;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookEvent.PageWritten;
import eu.lethe.platform.notebook.NotebookService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReceivingIT {

    private static final String CONSUMER = "notebook-service.pages";
    private static final String DEAD = NotebookService.TOPIC + "." + CONSUMER + ".dlt";
    private static final int REFUSED = 13;
    private static final int SECOND_TIME_LUCKY = 7;
    private static final int OPENS_A_NOTEBOOK = 21;

    private static NotebookService service;
    private static Post post;
    private static KafkaReader dead;

    private final UUID notebook = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"), Reader.class);
        post = new Post(NotebookService.TOPIC);
        dead = new KafkaReader(TestInfrastructure.bootstrapServers(), DEAD);
    }

    @AfterAll
    static void stop() {
        dead.close();
        post.close();
        service.close();
    }

    @Test
    void a_message_is_applied() {
        post.page(UUID.randomUUID(), notebook, 1);

        awaitHeard(1);
    }

    @Test
    void a_message_that_comes_again_has_no_effect() {
        var event = UUID.randomUUID();
        post.page(event, notebook, 1);
        post.page(event, notebook, 1);
        post.page(UUID.randomUUID(), notebook, 2);

        awaitHeard(1, 2);
    }

    @Test
    void a_temporary_failure_holds_up_what_comes_behind_it_and_loses_nothing() {
        post.page(UUID.randomUUID(), notebook, SECOND_TIME_LUCKY);
        post.page(UUID.randomUUID(), notebook, 8);

        awaitHeard(SECOND_TIME_LUCKY, 8);
    }

    @Test
    void a_message_that_the_handler_refuses_is_kept_aside_and_others_go_on() {
        post.page(UUID.randomUUID(), another, REFUSED);
        post.page(UUID.randomUUID(), notebook, 14);

        awaitHeard(14);
        assertThat(header(deadLetter(another), "lethe_error")).isEqualTo("refused");
    }

    @Test
    void of_many_that_come_together_all_but_the_refused_one_are_applied_in_their_order() {
        var pages = IntStream.rangeClosed(100, 200).boxed().toList();
        pages.subList(0, 50).forEach(page -> post.page(UUID.randomUUID(), notebook, page));
        post.page(UUID.randomUUID(), another, REFUSED);
        pages.subList(50, 101).forEach(page -> post.page(UUID.randomUUID(), notebook, page));

        awaitHeard(pages.toArray(Integer[]::new));
        assertThat(header(deadLetter(another), "lethe_error")).isEqualTo("refused");
    }

    @Test
    void what_came_together_with_a_broken_message_is_applied_before_and_behind_it() {
        post.page(UUID.randomUUID(), notebook, 1);
        post.page(UUID.randomUUID(), notebook, 2);
        post.send(another, "broken", Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1"));
        post.page(UUID.randomUUID(), notebook, 3);

        awaitHeard(1, 2, 3);
        assertThat(header(deadLetter(another), "lethe_error")).isEqualTo("malformed-data");
    }

    @Test
    void a_command_that_was_undone_with_a_refused_message_is_carried_out_once() {
        post.page(UUID.randomUUID(), notebook, OPENS_A_NOTEBOOK);
        post.page(UUID.randomUUID(), another, REFUSED);
        post.page(UUID.randomUUID(), notebook, 1);

        awaitHeard(OPENS_A_NOTEBOOK, 1);
        service.awaitPages(notebook, 0);
    }

    @Test
    void what_a_refused_message_did_before_it_was_refused_is_undone() {
        var event = UUID.randomUUID();
        post.page(event, notebook, REFUSED);
        deadLetter();

        assertThat(service.database()
                        .sql("select count(*) from applied_message where event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void broken_json_is_kept_aside_as_it_came_with_a_code_and_no_text() {
        post.send(
                notebook,
                "{\"notebookId\": broken",
                Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1"));

        var letter = deadLetter();
        assertThat(letter.value()).isEqualTo("{\"notebookId\": broken");
        assertThat(header(letter, "lethe_error")).isEqualTo("malformed-data");
        assertThat(letter.headers())
                .extracting(Header::key)
                .containsExactly(
                        "ce_id", "ce_type", "ce_source", "ce_time", "ce_subject", "lethe_error", "lethe_origin");
    }

    @Test
    void a_message_without_an_id_is_kept_aside() {
        var attributes = Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1");
        attributes.remove("ce_id");
        post.send(notebook, "{\"notebookId\":\"%s\",\"page\":1}".formatted(notebook), attributes);

        assertThat(header(deadLetter(), "lethe_error")).isEqualTo("no-ce_id");
    }

    @Test
    void a_message_of_a_service_that_does_not_write_the_topic_has_no_effect_and_is_told() {
        var before = forged("wrong-source");
        var attributes = Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1");
        attributes.put("ce_source", "reporting-service");

        post.send(notebook, "{\"notebookId\":\"%s\",\"page\":1,\"lines\":[]}".formatted(notebook), attributes);
        post.page(UUID.randomUUID(), notebook, 2);

        awaitHeard(2);
        assertThat(header(deadLetter(), "lethe_error")).isEqualTo("wrong-source");
        assertThat(forged("wrong-source")).isEqualTo(before + 1);
    }

    @Test
    void a_message_that_says_something_of_another_than_its_subject_has_no_effect() {
        var other = UUID.randomUUID();
        var attributes = Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1");
        attributes.put("ce_subject", other.toString());

        post.send(notebook, "{\"notebookId\":\"%s\",\"page\":1,\"lines\":[]}".formatted(notebook), attributes);

        assertThat(header(deadLetter(), "lethe_error")).isEqualTo("wrong-subject");
    }

    @Test
    void a_message_under_the_key_of_another_has_no_effect() {
        var other = UUID.randomUUID();
        var attributes = Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1");
        attributes.put("ce_subject", other.toString());

        post.send(notebook, "{\"notebookId\":\"%s\",\"page\":1,\"lines\":[]}".formatted(other), attributes);

        assertThat(header(deadLetter(), "lethe_error")).isEqualTo("wrong-key");
    }

    @Test
    void a_message_that_is_no_event_of_lethe_is_kept_aside() {
        post.send(notebook, "{}", Post.attributes(UUID.randomUUID(), "com.example.Something"));

        assertThat(header(deadLetter(), "lethe_error")).isEqualTo("unknown-type");
    }

    @Test
    void an_event_of_a_later_version_is_passed_over_and_counted() {
        var before = count("later-version");

        post.send(notebook, "{}", Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v2"));
        post.page(UUID.randomUUID(), notebook, 1);

        awaitHeard(1);
        assertThat(count("later-version")).isEqualTo(before + 1);
    }

    @Test
    void an_event_that_does_not_interest_leaves_no_trace() {
        var event = UUID.randomUUID();
        post.send(
                notebook,
                "{\"notebookId\":\"%s\"}".formatted(notebook),
                Post.attributes(event, "lethe.notebooks.NotebookOpened.v1"));
        post.page(UUID.randomUUID(), notebook, 1);

        awaitHeard(1);
        assertThat(service.database()
                        .sql("select count(*) from applied_message where event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_command_sent_from_a_subscription_is_part_of_its_transaction() {
        post.page(UUID.randomUUID(), notebook, OPENS_A_NOTEBOOK);

        service.awaitPages(notebook, 0);
        awaitHeard(OPENS_A_NOTEBOOK);
    }

    @Test
    void every_instance_hears_what_it_asked_for_in_memory() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            post.page(UUID.randomUUID(), notebook, 1);
            assertThat(Reader.IN_MEMORY).contains(notebook);
        });
    }

    private void awaitHeard(Integer... pages) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(heard()).containsExactly(pages));
    }

    private List<Integer> heard() {
        return service.database()
                .sql("select page from heard where notebook_id = ? order by position")
                .param(notebook)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private ConsumerRecord<String, String> deadLetter() {
        return deadLetter(notebook);
    }

    private static ConsumerRecord<String, String> deadLetter(UUID about) {
        return dead.await(1, message -> about.toString().equals(message.key())).getFirst();
    }

    private static double forged(String code) {
        return service.bean(MeterRegistry.class)
                .counter("lethe.forged", "consumer", CONSUMER, "code", code)
                .count();
    }

    private static double count(String outcome) {
        return service.bean(MeterRegistry.class)
                .counter("lethe.received", "consumer", CONSUMER, "outcome", outcome)
                .count();
    }

    static class Reader {

        static final Set<UUID> IN_MEMORY = ConcurrentHashMap.newKeySet();

        @Bean
        Subscription pages(JdbcClient database, CommandGateway commands) {
            database.sql("create table heard (position serial, notebook_id uuid, page int)")
                    .update();
            return new Pages(database, commands);
        }

        @Bean
        Subscription inMemory() {
            return new InMemory();
        }
    }

    private record Pages(JdbcClient database, CommandGateway commands, Map<UUID, Integer> tries)
            implements Subscription {

        Pages(JdbcClient database, CommandGateway commands) {
            this(database, commands, new ConcurrentHashMap<>());
        }

        @Override
        public String consumer() {
            return "pages";
        }

        @Override
        public Set<String> topics() {
            return Set.of(NotebookService.TOPIC);
        }

        @Override
        public Set<Class<? extends DomainEvent>> interests() {
            return Set.of(PageWritten.class);
        }

        @Override
        public void on(ReceivedEvent<? extends DomainEvent> event) {
            if (event.payload() instanceof PageWritten written) {
                database.sql("insert into heard (notebook_id, page) values (?, ?)")
                        .param(written.notebookId())
                        .param(written.page())
                        .update();
                switch (written.page()) {
                    case REFUSED -> throw new IllegalArgumentException("thirteen");
                    case SECOND_TIME_LUCKY -> failTheFirstTime(event.id());
                    case OPENS_A_NOTEBOOK -> commands.sendAndWait(new Notebook.Open(written.notebookId()));
                    default -> {}
                }
            }
        }

        private void failTheFirstTime(UUID event) {
            if (tries.merge(event, 1, Integer::sum) == 1) {
                throw new NotYet();
            }
        }
    }

    private record InMemory() implements Subscription {

        @Override
        public String consumer() {
            return "in-memory";
        }

        @Override
        public Set<String> topics() {
            return Set.of(NotebookService.TOPIC);
        }

        @Override
        public Delivery delivery() {
            return Delivery.EVERY_INSTANCE;
        }

        @Override
        public void on(ReceivedEvent<? extends DomainEvent> event) {
            Reader.IN_MEMORY.add(event.payload().subject());
        }
    }

    private static final class NotYet extends RuntimeException implements Temporary {}
}
