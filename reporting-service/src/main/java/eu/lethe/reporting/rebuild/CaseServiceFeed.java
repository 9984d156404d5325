package eu.lethe.reporting.rebuild;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Map<String, Class<? extends DomainEvent>> TOLD = Stream.of(
                    ContactRecorded.class,
                    ContactCoded.class,
                    ContactCorrected.class,
                    ContactWithdrawn.class,
                    ContactRestored.class)
            .collect(Collectors.toUnmodifiableMap(EventTypes.ofLethe()::typeOf, Function.identity()));

    private final RestClient cases;
    private final JsonMapper json = EventJson.mapper();

    CaseServiceFeed(RestClient.Builder serviceClient, @Value("${lethe.cases.url}") String url) {
        this.cases = serviceClient.clone().baseUrl(url).build();
    }

    @Override
    public void forEachEvent(Consumer<DomainEvent> reader) {
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
                    .flatMap(event -> contact(event).stream())
                    .forEach(reader);
            cursor = next;
        }
    }

    private Optional<DomainEvent> contact(JsonNode event) {
        return Optional.ofNullable(TOLD.get(event.path("type").asString()))
                .map(type -> json.treeToValue(event.path("data"), type));
    }
}
