package eu.lethe.cases.referral;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks consent-service what may be handed to whom. Asked each time: an answer of a moment ago may have been taken back. */
@Component
class ConsentRegister {

    private record CoverageRequest(
            UUID personId, String recipient, @Nullable String partner, List<Compartment> compartments) {

        @Override
        public String toString() {
            return "CoverageRequest[…]";
        }
    }

    private final RestClient consents;

    ConsentRegister(@Value("${lethe.consents.url}") String url, RestClient.Builder serviceClient) {
        this.consents = serviceClient.clone().baseUrl(url).build();
    }

    /**
     * Whether the person's data may be handed to the recipient.
     *
     * @param partner which of many, where the recipient's code stands for many
     * @throws Problem 503 while consent-service does not answer
     */
    Sharing covering(
            UUID personId, String recipient, @Nullable String partner, List<Compartment> compartments, Locale reader) {
        try {
            var sharing = consents.post()
                    .uri("/api/consents/coverage")
                    .header(HttpHeaders.ACCEPT_LANGUAGE, reader.toLanguageTag())
                    .body(new CoverageRequest(personId, recipient, partner, compartments))
                    .retrieve()
                    .body(Sharing.class);
            if (sharing == null) {
                throw away();
            }
            return sharing;
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "consents-unavailable");
    }
}
