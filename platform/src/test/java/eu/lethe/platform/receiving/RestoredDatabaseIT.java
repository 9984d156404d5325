package eu.lethe.platform.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.NotebookService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was put back alone is told again what the service was told since. */
class RestoredDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> TABLES = List.of("heard", "applied_message", "consumer_place");

    private final Map<String, String> properties = TestInfrastructure.propertiesFor("case");
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(property("url"), property("username"), property("password")));
    private final Post post = new Post(NotebookService.TOPIC);
    private final UUID notebook = UUID.randomUUID();
    private NotebookService service;

    @BeforeEach
    void start() {
        service = NotebookService.start(properties, Reader.class);
        await().atMost(SOON).until(this::hasPlaces);
    }

    @AfterEach
    void stop() {
        service.close();
        post.close();
    }

    @Test
    void what_was_applied_after_the_copy_is_applied_again_and_what_the_copy_knows_is_not() {
        hears(1, 2);
        service.close();
        copy();
        start();
        hears(3, 4);
        service.close();
        putBack();
        assertThat(heard()).containsExactly(1, 2);

        start();

        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).containsExactly(1, 2, 3, 4));
    }

    @Test
    void a_copy_from_before_the_first_message_is_told_all_of_them() {
        service.close();
        copy();
        start();
        hears(1);
        service.close();
        putBack();
        assertThat(heard()).isEmpty();

        start();

        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).containsExactly(1));
    }

    @Test
    void a_service_that_ran_on_while_its_database_was_put_back_does_not_say_that_this_one_had_come_as_far() {
        hears(1);
        copy();
        hears(2);
        await().atMost(SOON).until(this::hasWrittenFurtherPlaces);
        putBack();
        service.close();

        start();

        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).containsExactly(1, 2));
    }

    private String property(String name) {
        return properties.getOrDefault("spring.datasource." + name, "");
    }

    private void hears(int... pages) {
        for (var page : pages) {
            post.page(UUID.randomUUID(), notebook, page);
        }
        await().atMost(SOON).until(() -> heard().contains(pages[pages.length - 1]));
    }

    private boolean hasPlaces() {
        return database.sql("select exists (select from consumer_place)")
                .query(Boolean.class)
                .single();
    }

    private boolean hasWrittenFurtherPlaces() {
        return database.sql("select exists (table consumer_place except table copy_of_consumer_place)")
                .query(Boolean.class)
                .single();
    }

    private void copy() {
        TABLES.forEach(table -> database.sql("create table copy_of_%1$s as table %1$s".formatted(table))
                .update());
    }

    private void putBack() {
        TABLES.forEach(table -> {
            database.sql("truncate " + table).update();
            database.sql("insert into %1$s table copy_of_%1$s".formatted(table)).update();
        });
    }

    private List<Integer> heard() {
        return database.sql("select page from heard where notebook_id = ? order by position")
                .param(notebook)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    static class Reader {

        @Bean
        Subscription pages(JdbcClient database) {
            database.sql("create table if not exists heard (position serial, notebook_id uuid, page int)")
                    .update();
            return new PagesHeard(
                    "pages",
                    (_, written) -> database.sql("insert into heard (notebook_id, page) values (?, ?)")
                            .param(written.notebookId())
                            .param(written.page())
                            .update());
        }
    }
}
