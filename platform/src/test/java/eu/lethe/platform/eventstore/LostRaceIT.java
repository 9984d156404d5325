package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.CountingPages;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of a service, on one database, that change the same aggregate. Each has it in its cache. */
class LostRaceIT {

    private static NotebookService one;
    private static NotebookService other;

    private final UUID notebook = UUID.randomUUID();

    @BeforeAll
    static void start() {
        var settings = TestInfrastructure.propertiesFor("case");
        one = NotebookService.start(settings);
        Map<String, String> impatient = new LinkedHashMap<>(settings);
        impatient.put("lethe.events.attempts", "1");
        other = NotebookService.start(impatient);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_command_that_lost_is_handled_again_on_what_the_winner_left() {
        one.commands().sendAndWait(new Notebook.Open(notebook));
        other.commands().sendAndWait(new Notebook.Write(notebook));

        int page = one.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(page).isEqualTo(2);
    }

    @Test
    void a_command_that_lost_as_often_as_it_was_tried_is_given_up() {
        other.commands().sendAndWait(new Notebook.Open(notebook));
        one.commands().sendAndWait(new Notebook.Write(notebook));

        assertThatExceptionOfType(LostRace.class)
                .isThrownBy(() -> other.commands().sendAndWait(new Notebook.Write(notebook)));
    }

    @Test
    void what_was_given_up_succeeds_when_the_caller_tries_again() {
        other.commands().sendAndWait(new Notebook.Open(notebook));
        one.commands().sendAndWait(new Notebook.Write(notebook));
        assertThatExceptionOfType(LostRace.class)
                .isThrownBy(() -> other.commands().sendAndWait(new Notebook.Write(notebook)));

        int page = other.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(page).isEqualTo(2);
    }

    @Test
    void what_only_decides_is_what_another_instance_left() {
        one.commands().sendAndWait(new Notebook.Open(notebook));
        other.commands().sendAndWait(new Notebook.Write(notebook));

        int pages = one.commands().sendAndWait(new CountingPages.Count(notebook));

        assertThat(pages).isEqualTo(1);
    }

    @Test
    void an_aggregate_that_exists_is_not_made_again() {
        one.commands().sendAndWait(new Notebook.Open(notebook));

        assertThatExceptionOfType(LostRace.class)
                .isThrownBy(() -> one.commands().sendAndWait(new Notebook.Open(notebook)));
    }

    @Test
    void what_succeeded_is_stored_and_nothing_else() throws Exception {
        one.commands().sendAndWait(new Notebook.Open(notebook));
        var succeeded = 0;

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new ArrayList<Future<?>>();
            IntStream.range(0, 40)
                    .mapToObj(i -> i % 2 == 0 ? one : other)
                    .forEach(instance -> writes.add(
                            clients.submit(() -> instance.commands().sendAndWait(new Notebook.Write(notebook)))));
            for (var write : writes) {
                succeeded += succeeded(write) ? 1 : 0;
            }
        }

        assertThat(one.database()
                        .sql("select count(*) from domain_event where aggregate_identifier = ? and sequence_number > 0")
                        .param(notebook.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(succeeded);
    }

    private static boolean succeeded(Future<?> write) throws InterruptedException {
        try {
            write.get();
            return true;
        } catch (ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(LostRace.class);
            return false;
        }
    }
}
