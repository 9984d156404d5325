package eu.lethe.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.publishing.CloudEvent;
import eu.lethe.platform.publishing.CloudEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class StoredEventsIT {

    private final UUID notebook = UUID.randomUUID();
    private final Map<String, String> settings = TestInfrastructure.propertiesFor("case");

    private NotebookService service;
    private StoredEvents events;

    @BeforeEach
    void start() {
        service = NotebookService.start(settings);
        events = new StoredEvents(service.bean(EventStorageEngine.class), service.bean(CloudEvents.class));
        service.commands().sendAndWait(new Notebook.Open(notebook));
        service.commands().sendAndWait(new Notebook.Write(notebook));
        service.commands().sendAndWait(new Notebook.Write(notebook));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_history_is_read_in_pieces_from_its_beginning() {
        var first = events.after(0, 2);
        var second = events.after(first.next(), 2);

        assertThat(first.events())
                .extracting(CloudEvent::type)
                .containsExactly("lethe.notebooks.NotebookOpened.v1", "lethe.notebooks.PageWritten.v1");
        assertThat(second.events())
                .extracting(CloudEvent::data)
                .singleElement()
                .asString()
                .contains("\"page\":2");
    }

    @Test
    void at_the_end_the_cursor_stays() {
        var end = events.after(0, 500).next();

        assertThat(events.after(end, 500)).isEqualTo(new StoredEvents.Page(List.of(), end));
    }

    @Test
    void nothing_is_given_out_beyond_an_append_that_may_still_be_under_way() {
        var before = events.after(0, 500).next();
        service.transaction().executeWithoutResult(status -> {
            service.commands().sendAndWait(new Notebook.Write(notebook));
            status.setRollbackOnly();
        });
        service.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(events.after(before, 500).events()).isEmpty();
    }

    @Test
    void an_append_that_did_not_come_is_not_waited_for_longer_than_the_gap_timeout() {
        var before = events.after(0, 500).next();
        service.transaction().executeWithoutResult(status -> {
            service.commands().sendAndWait(new Notebook.Write(notebook));
            status.setRollbackOnly();
        });
        service.commands().sendAndWait(new Notebook.Write(notebook));
        service.database()
                .sql("update domain_event set recorded_at = recorded_at - interval '61 s'")
                .update();

        assertThat(events.after(before, 500).events()).hasSize(1);
    }

    @Test
    void over_http_it_is_a_batch_of_cloud_events_and_a_cursor() {
        var http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new FeedResource(events, "/api/notebooks"))
                .addPlaceholderValue("lethe.api.prefix", "/api/notebooks")
                .build());

        var answer = http.get().uri("/api/notebooks/feed?after=0&limit=1").exchange();

        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/cloudevents-batch+json")
                .hasHeader("Lethe-Next", "1")
                .hasHeader("Link", "</api/notebooks/feed?after=1&limit=1>; rel=\"next\"");
        var event = new JsonMapper()
                .readTree(answer.getResponse().getContentAsByteArray())
                .get(0);
        assertThat(event.propertyNames())
                .containsExactly("specversion", "id", "type", "source", "subject", "time", "datacontenttype", "data");
        assertThat(event.at("/data/notebookId").asString()).isEqualTo(notebook.toString());
    }
}
