package eu.lethe.platform.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.NotebookEvent.PageWritten;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.receiving.FailedMessagesResource.View;
import eu.lethe.platform.receiving.Replay.Outcome;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of messages that could not be applied, and of those behind them. */
class FailedMessagesIT {

    private static final String CONSUMER = "notebook-service.failing-pages";
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Caller ADMIN =
            new Caller(UUID.randomUUID().toString(), "Hélène", Set.of(Role.RETENTION_ADMIN), null);

    private static NotebookService service;
    private static Post post;
    private static FailedMessagesResource failed;

    private final UUID notebook = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("consent"), Reader.class);
        post = new Post(NotebookService.TOPIC);
        failed = service.bean(FailedMessagesResource.class);
    }

    @AfterAll
    static void stop() {
        post.close();
        service.close();
    }

    @AfterEach
    void mend() {
        Reader.REFUSED.clear();
    }

    @Test
    void what_comes_behind_a_failed_message_about_the_same_subject_waits_and_others_go_on() {
        var another = UUID.randomUUID();
        refuse(1);
        write(1, 2, 3);
        post.page(UUID.randomUUID(), another, 4);

        var first = awaitFailed(2);
        assertThat(first.state()).isEqualTo("failed");
        assertThat(first.code()).isEqualTo("refused");
        assertThat(first.eventType()).isEqualTo("lethe.notebooks.PageWritten.v1");
        assertThat(heard(notebook)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(heard(another)).containsExactly(4));
    }

    @Test
    void replayed_all_are_applied_in_their_order_and_what_comes_then_waits_no_longer() {
        refuse(1);
        write(1, 2, 3);
        var first = awaitFailed(2);
        Reader.REFUSED.clear();

        assertThat(failed.replay(first.id(), ADMIN)).isEqualTo(new Outcome(3, 0, null));

        write(4);
        await().atMost(SOON).untilAsserted(() -> assertThat(heard(notebook)).containsExactly(1, 2, 3, 4));
        var now = failed.failedMessage(first.id());
        assertThat(now.state()).isEqualTo("applied");
        assertThat(now.endedBy()).hasToString(ADMIN.subject());
        assertThat(now.contents()).isEmpty();
    }

    @Test
    void a_replay_that_fails_again_leaves_all_as_it_was_and_says_why() {
        refuse(1);
        write(1, 2);
        var first = awaitFailed(1);

        assertThat(failed.replay(first.id(), ADMIN)).isEqualTo(new Outcome(0, 2, "refused"));

        assertThat(failed.failedMessage(first.id()).tries()).isEqualTo(2);
        assertThat(failed.failedMessage(first.id()).behind()).isEqualTo(1);
        assertThat(heard(notebook)).isEmpty();
    }

    @Test
    void a_replay_stops_at_the_next_that_fails() {
        refuse(1);
        refuse(3);
        write(1, 2, 3, 4);
        var first = awaitFailed(3);
        Reader.REFUSED.remove(1);

        assertThat(failed.replay(first.id(), ADMIN)).isEqualTo(new Outcome(2, 2, "refused"));

        assertThat(heard(notebook)).containsExactly(1, 2);
        assertThat(awaitFailed(1).id()).isNotEqualTo(first.id());
    }

    @Test
    void what_is_passed_over_is_never_applied_and_what_waits_behind_it_is() {
        var event = UUID.randomUUID();
        refuse(1);
        post.page(event, notebook, 1);
        write(2);
        var first = awaitFailed(1);
        Reader.REFUSED.clear();

        assertThat(failed.passOver(first.id(), ADMIN)).isEqualTo(new Outcome(1, 0, null));

        post.page(event, notebook, 1);
        write(3);
        await().atMost(SOON).untilAsserted(() -> assertThat(heard(notebook)).containsExactly(2, 3));
        assertThat(failed.failedMessage(first.id()).state()).isEqualTo("passed-over");
    }

    @Test
    void of_two_who_replay_at_once_one_is_told_that_it_is_done() throws Exception {
        refuse(1);
        write(1, 2);
        var first = awaitFailed(1);
        Reader.REFUSED.clear();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> replay = () -> {
                try {
                    failed.replay(first.id(), ADMIN);
                    return true;
                } catch (Problem told) {
                    return !told.code().equals("message-ended");
                }
            };
            assertThat(threads.invokeAll(List.of(replay, replay))).hasSize(2);
        }

        assertThat(heard(notebook)).containsExactly(1, 2);
        assertThat(failed.failedMessage(first.id()).state()).isEqualTo("applied");
        assertThatThrownBy(() -> failed.passOver(first.id(), ADMIN))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.code()).isEqualTo("message-ended"));
    }

    @Test
    void a_subject_keeps_its_order_while_messages_come_in_and_are_replayed() throws Exception {
        refuse(1);
        write(1);
        var first = awaitFailed(0);
        var pages = IntStream.rangeClosed(2, 150).boxed().toList();
        Reader.REFUSED.clear();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = threads.submit(() -> pages.forEach(this::write));
            failed.replay(first.id(), ADMIN);
        }

        await().atMost(SOON).untilAsserted(() -> {
            open().forEach(one -> failed.replay(one.id(), ADMIN));
            assertThat(heard(notebook)).hasSize(150);
        });
        assertThat(heard(notebook)).isSorted();
    }

    @Test
    void what_was_forged_is_seen_and_holds_up_nobody() {
        var attributes = Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1");
        attributes.put("ce_source", "reporting-service");
        post.send(notebook, "{\"notebookId\":\"%s\",\"page\":1,\"lines\":[]}".formatted(notebook), attributes);
        write(2);

        await().atMost(SOON).untilAsserted(() -> assertThat(heard(notebook)).containsExactly(2));
        assertThat(failed.failedMessages(true, 0, 200).items()).anySatisfy(one -> {
            assertThat(one.state()).isEqualTo("forged");
            assertThat(one.code()).isEqualTo("wrong-source");
            assertThat(one.subject()).isNull();
            assertThat(one.contents()).isEmpty();
        });
        assertThat(open()).isEmpty();
    }

    @Test
    void of_an_erased_subject_all_ends_as_erased_and_names_nobody() {
        refuse(1);
        write(1, 2);
        var first = awaitFailed(1);

        service.bean(KeptAside.class).forget(Set.of(notebook));

        var now = failed.failedMessage(first.id());
        assertThat(now.state()).isEqualTo("erased");
        assertThat(now.subject()).isNull();
        assertThat(now.contents()).isEmpty();
        assertThatThrownBy(() -> failed.replay(first.id(), ADMIN)).isInstanceOf(Problem.class);
        assertThat(service.database()
                        .sql("select count(*) from dead_lettered where cast(row(dead_lettered.*) as text) like ?")
                        .param("%" + notebook + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_said_of_somebody_erased_waits_on_without_naming_them() {
        var source = UUID.randomUUID();
        post.send(
                notebook,
                "{\"notebookId\":\"%s\",\"page\":\"?\",\"sourceId\":\"%s\"}".formatted(notebook, source),
                Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1"));
        var first = awaitFailed(0);
        assertThat(service.bean(KeptAside.class).among(Set.of(source))).containsExactly(source);

        service.bean(KeptAside.class).forget(Set.of(source));

        assertThat(failed.failedMessage(first.id()).state()).isEqualTo("failed");
        assertThat(service.bean(KeptAside.class).among(Set.of(source, notebook)))
                .containsExactly(notebook);
    }

    @Test
    void what_a_message_holds_is_shown_by_name_and_no_word_of_it() {
        post.send(
                notebook,
                """
                {"notebookId":"%s","page":"Madame Canari","lines":["eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn"],"Dupont, née Canari":1,"note":null}""".formatted(notebook),
                Post.attributes(UUID.randomUUID(), "lethe.notebooks.PageWritten.v1"));

        var shown = awaitFailed(0);

        assertThat(shown.code()).isEqualTo("malformed-data");
        assertThat(shown.contents())
                .extracting(member -> member.name() + " " + member.kind())
                .containsExactly("notebookId id", "page clear", "lines sealed", "note absent");
        assertThat(shown.toString()).doesNotContain("Canari");
    }

    private void refuse(int page) {
        Reader.REFUSED.put(page, notebook);
    }

    private void write(Integer... pages) {
        for (var page : pages) {
            post.page(UUID.randomUUID(), notebook, page);
        }
    }

    /** The message about the notebook that failed, once so many wait behind it. */
    private View awaitFailed(int behind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(open())
                        .singleElement()
                        .satisfies(one -> assertThat(one.behind()).isEqualTo(behind)));
        return open().getFirst();
    }

    private List<View> open() {
        return failed.failedMessages(false, 0, 200).items().stream()
                .filter(one -> notebook.equals(one.subject()) && one.consumer().equals(CONSUMER))
                .toList();
    }

    private static List<Integer> heard(UUID notebook) {
        return service.database()
                .sql("select page from heard_again where notebook_id = ? order by position")
                .param(notebook)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    static class Reader {

        static final Map<Integer, UUID> REFUSED = new ConcurrentHashMap<>();

        @Bean
        Subscription failingPages(JdbcClient database) {
            database.sql("create table heard_again (position serial, notebook_id uuid, page int)")
                    .update();
            return new Pages(database);
        }
    }

    private record Pages(JdbcClient database) implements Subscription {

        @Override
        public String consumer() {
            return "failing-pages";
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
                if (written.notebookId().equals(Reader.REFUSED.get(written.page()))) {
                    throw new IllegalArgumentException("refused");
                }
                database.sql("insert into heard_again (notebook_id, page) values (?, ?)")
                        .param(written.notebookId())
                        .param(written.page())
                        .update();
            }
        }
    }
}
