package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands that a message is hearsay: whoever writes to the broker can write one. The service whose topic it is says, over
 * this service's own credentials, whether it recorded the event, with these very words.
 */
final class PublishersWord {

    private record Question(List<UUID> ids) {}

    private record Answer(List<Recorded> events) {}

    private record Recorded(UUID id, String type, JsonNode data) {}

    private final EventTypes types;
    private final Function<String, @Nullable RestClient> clients;
    private final JsonMapper json = EventJson.mapper();

    /**
     * @param clients how a service is reached, by the name of its domain; null where no address is configured
     */
    PublishersWord(EventTypes types, Function<String, @Nullable RestClient> clients) {
        this.types = types;
        this.clients = clients;
    }

    /**
     * Which of these events their publishers did not record. One question for each publisher.
     *
     * @throws PublisherAway when one of them does not answer
     */
    Set<UUID> notRecorded(List<ReceivedEvent<? extends DomainEvent>> events) {
        Set<UUID> notRecorded = new HashSet<>();
        events.stream()
                .collect(Collectors.groupingBy(
                        event -> types.domainOf(event.payload().getClass()).name()))
                .forEach((domain, ofDomain) -> {
                    var recorded = ask(domain, ofDomain);
                    ofDomain.stream()
                            .filter(event -> !isSame(event, recorded.get(event.id())))
                            .forEach(event -> notRecorded.add(event.id()));
                });
        return notRecorded;
    }

    private Map<UUID, Recorded> ask(String domain, List<ReceivedEvent<? extends DomainEvent>> events) {
        var client = clients.apply(domain);
        if (client == null) {
            throw new IllegalStateException("nobody to ask: lethe." + domain + ".url is not configured");
        }
        var ids = events.stream().map(ReceivedEvent::id).distinct().toList();
        try {
            var answer = client.post()
                    .uri("/api/{domain}/recorded", domain)
                    .body(new Question(ids))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw new IllegalStateException("the publisher answered without a body");
            }
            return answer.events().stream()
                    .collect(Collectors.toMap(Recorded::id, Function.identity(), (one, _) -> one));
        } catch (RestClientException | OAuth2AuthorizationException | IllegalStateException away) {
            throw new PublisherAway(away);
        }
    }

    private boolean isSame(ReceivedEvent<? extends DomainEvent> heard, @Nullable Recorded recorded) {
        var event = heard.payload();
        if (recorded == null || !recorded.type().equals(types.typeOf(event.getClass()))) {
            return false;
        }
        try {
            return event.equals(json.treeToValue(recorded.data(), event.getClass()));
        } catch (JacksonException other) {
            return false;
        }
    }
}
