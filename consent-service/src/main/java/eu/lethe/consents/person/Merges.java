package eu.lethe.consents.person;

import eu.lethe.platform.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks case-service which records are of one person. What is handed outside the agency because two are is not handed on the
 * word of a message, which may be forged, or late.
 */
@Component
public class Merges {

    private record Question(Collection<UUID> personIds) {}

    private record Answer(List<Merge> merges) {}

    private record Merge(UUID duplicateId, UUID personId) {}

    private final RestClient cases;

    Merges(@Value("${lethe.cases.url}") String url, RestClient.Builder serviceClient) {
        this.cases = serviceClient.clone().baseUrl(url).build();
    }

    /**
     * Through which record each of these duplicates is read; who is none is absent.
     *
     * @throws Problem 503 while case-service does not answer
     */
    public Map<UUID, UUID> among(Collection<UUID> personIds) {
        if (personIds.isEmpty()) {
            return Map.of();
        }
        try {
            var answer = cases.post()
                    .uri("/api/cases/merges")
                    .body(new Question(personIds))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw away();
            }
            return answer.merges().stream().collect(Collectors.toMap(Merge::duplicateId, Merge::personId));
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "merges-unavailable");
    }
}
