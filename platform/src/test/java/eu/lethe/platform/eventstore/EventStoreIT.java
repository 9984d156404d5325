package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.notebook.Shelf;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventStoreIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static NotebookService service;

    private final UUID notebook = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everything_runs_in_springs_transactions() {
        assertThat(service.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void projections_are_tracked_so_that_they_are_signalled() {
        assertThat(service.bean(EventProcessingConfiguration.class)
                        .eventProcessor("shelf", TrackingEventProcessor.class))
                .isPresent();
    }

    @Test
    void an_event_is_stored_under_its_name_on_the_wire() {
        service.commands().sendAndWait(new Notebook.Open(notebook));

        assertThat(service.database()
                        .sql("select payload_type from domain_event where aggregate_identifier = ?")
                        .param(notebook.toString())
                        .query(String.class)
                        .list())
                .containsExactly("lethe.notebooks.NotebookOpened.v1");
    }

    @Test
    void a_replay_builds_a_projection_anew() throws InterruptedException {
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.commands().sendAndWait(new Notebook.Write(notebook));
        service.awaitPages(notebook, 1);
        var stray = UUID.randomUUID();
        service.database().sql("insert into shelf values (?, 7)").param(stray).update();

        service.bean(Replay.class).start("shelf");

        assertThat(service.bean(Replay.class).awaitCaughtUp("shelf", SOON)).isTrue();
        assertThat(service.bean(Shelf.class).pages()).containsEntry(notebook, 1).doesNotContainKey(stray);
    }

    @Test
    void what_a_rolled_back_transaction_did_to_an_aggregate_is_forgotten() {
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.transaction().executeWithoutResult(status -> {
            service.commands().sendAndWait(new Notebook.Write(notebook));
            status.setRollbackOnly();
        });

        int page = service.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(page).isEqualTo(1);
    }

    @Test
    void a_row_that_failed_is_not_quoted() {
        service.database()
                .sql("create table strict (told text not null unique)")
                .update();
        service.database().sql("insert into strict values ('a secret')").update();

        assertThatException()
                .isThrownBy(() -> service.database()
                        .sql("insert into strict values ('a secret')")
                        .update())
                .havingRootCause()
                .withMessageNotContaining("secret");
    }
}
