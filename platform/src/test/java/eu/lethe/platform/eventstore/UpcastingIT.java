package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.notebook.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was stored in an earlier revision is read today: by the aggregate that decides, and by the projection that shows. */
class UpcastingIT {

    private static NotebookService service;

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    void an_aggregate_goes_on_from_an_event_of_the_first_revision(String revision) throws IOException {
        var notebook = given_a_page_stored_in_its_first_revision(revision);

        int page = service.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(page).isEqualTo(8);
    }

    @Test
    void a_replay_shows_an_event_of_the_first_revision() throws IOException, InterruptedException {
        var notebook = given_a_page_stored_in_its_first_revision("1");

        service.bean(Replay.class).start("shelf");

        assertThat(service.bean(Replay.class).awaitCaughtUp("shelf", Duration.ofSeconds(20)))
                .isTrue();
        assertThat(service.bean(Shelf.class).pages()).containsEntry(notebook, 7);
    }

    @Test
    void an_event_is_stored_with_its_revision() {
        var notebook = UUID.randomUUID();
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(service.database()
                        .sql("""
                                select payload_revision from domain_event
                                 where aggregate_identifier = ? order by sequence_number""")
                        .param(notebook.toString())
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("1", "2");
    }

    private static UUID given_a_page_stored_in_its_first_revision(String revision) throws IOException {
        var notebook = UUID.randomUUID();
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.database()
                .sql("""
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, recorded_at,
                            payload_type, payload_revision, payload, meta_data)
                        values (:event, :notebook, 1, 'Notebook', now(), 'lethe.notebooks.PageWritten.v1',
                            nullif(:revision, ''), :payload, convert_to('{}', 'UTF8'))""")
                .param("event", UUID.randomUUID().toString())
                .param("notebook", notebook.toString())
                .param("revision", revision)
                .param("payload", sample(notebook))
                .update();
        // what is in memory did not see it come
        service.bean(org.axonframework.common.caching.Cache.class).remove(notebook.toString());
        return notebook;
    }

    /** The sample as it was stored, as another notebook's. */
    private static byte[] sample(UUID notebook) throws IOException {
        try (var stored = UpcastingIT.class.getResourceAsStream("/samples/lethe.notebooks.PageWritten.v1@1.json")) {
            return new String(Objects.requireNonNull(stored).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("7d1b6a52-6a0e-4f6e-9d3b-0d0b2f6f1c01", notebook.toString())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
