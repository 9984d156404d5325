package eu.lethe.reporting.rebuild;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands case-service's feed: CloudEvents in batches, until there are no more. */
@Component
class CaseServiceFeed implements ContactHistory {

    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");
    private static final String NEXT = "Lethe-Next";
    private static final String START = "0";
    private static final String CONTACT_RECORDED = EventTypes.ofLethe().typeOf(ContactRecorded.class);

    private final RestClient cases;
    private final JsonMapper json = EventJson.mapper();

    CaseServiceFeed(RestClient.Builder serviceClient, @Value("${lethe.cases.url}") String url) {
        this.cases = serviceClient.clone().baseUrl(url).build();
    }

    @Override
    public void forEachContact(Consumer<ContactRecorded> reader) {
        var cursor = START;
        while (true) {
            var batch = cases.get()
                    .uri("/api/cases/feed?after={cursor}", cursor)
                    .accept(BATCH)
                    .retrieve()
                    .toEntity(String.class);
            var next = batch.getHeaders().getFirst(NEXT);
            var events = batch.getBody();
            if (events == null || next == null || next.equals(cursor)) {
                return;
            }
            json.readTree(events)
                    .valueStream()
                    .filter(CaseServiceFeed::isContact)
                    .forEach(event -> reader.accept(json.treeToValue(event.path("data"), ContactRecorded.class)));
            cursor = next;
        }
    }

    private static boolean isContact(JsonNode event) {
        return CONTACT_RECORDED.equals(event.path("type").asString());
    }
}
