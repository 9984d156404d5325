package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.notebook.Seals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;

/** What Axon's tokens and snapshots must survive. */
class RestartIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID notebook = UUID.randomUUID();
    private final Map<String, String> settings = TestInfrastructure.propertiesFor("case");

    @Test
    void a_projection_first_started_on_a_store_with_events_goes_on_after_a_restart() {
        try (var first = NotebookService.start(settings)) {
            first.commands().sendAndWait(new Notebook.Open(notebook));
            first.awaitPages(notebook, 0);
            first.bean(EventProcessingConfiguration.class)
                    .eventProcessor("shelf", TrackingEventProcessor.class)
                    .orElseThrow()
                    .shutDown();
            first.database()
                    .sql("delete from token_entry where processor_name = 'shelf'")
                    .update();
            first.database().sql("truncate shelf").update();
        }
        try (var second = NotebookService.start(settings)) {
            second.awaitPages(notebook, 0);
        }

        try (var third = NotebookService.start(settings)) {
            third.commands().sendAndWait(new Notebook.Write(notebook));

            third.awaitPages(notebook, 1);
        }
    }

    @Test
    void a_projection_that_was_replayed_goes_on_after_a_restart() throws InterruptedException {
        try (var first = NotebookService.start(settings)) {
            first.commands().sendAndWait(new Notebook.Open(notebook));
            first.awaitPages(notebook, 0);
            var replay = first.bean(Replay.class);
            replay.start("shelf");
            assertThat(replay.awaitCaughtUp("shelf", SOON)).isTrue();
        }

        try (var second = NotebookService.start(settings)) {
            second.commands().sendAndWait(new Notebook.Write(notebook));

            second.awaitPages(notebook, 1);
        }
    }

    @Test
    void a_long_stream_is_read_from_its_snapshot() {
        try (var service = NotebookService.start(settings)) {
            write(service, 101);
        }
        try (var service = NotebookService.start(settings)) {
            service.database()
                    .sql("delete from domain_event where sequence_number < 50")
                    .update();

            int page = service.commands().sendAndWait(new Notebook.Write(notebook));

            assertThat(page).isEqualTo(102);
        }
    }

    private void write(NotebookService service, int pages) {
        service.commands().sendAndWait(new Notebook.Open(notebook));
        for (var page = 1; page <= pages; page++) {
            service.commands().sendAndWait(new Notebook.Write(notebook, List.of(Seals.line(Seals.keyOf(notebook)))));
        }
    }
}
