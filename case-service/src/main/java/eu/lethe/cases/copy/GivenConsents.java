package eu.lethe.cases.copy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks consent-service what a person agreed to, as the worker who makes the copy: with their token, so that consent-service
 * decides, and notes, what they read.
 */
@Component
class GivenConsents {

    /**
     * A consent.
     *
     * @param partner to whom, where the recipient stands for many
     * @param given how it was given; null, with language, note and partner, once the evidence is destroyed
     */
    record GivenConsent(
            UUID consentId,
            String purpose,
            String label,
            @Nullable String recipient,
            @Nullable String partner,
            List<Compartment> compartments,
            @Nullable String given,
            @Nullable String language,
            @Nullable String note,
            LocalDate grantedOn,
            @Nullable LocalDate withdrawnOn) {

        @Override
        public String toString() {
            return "GivenConsent[" + consentId + "]";
        }
    }

    private record Response(List<GivenConsent> items) {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClient consents;

    GivenConsents(@Value("${lethe.consents.url}") String url) {
        var http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(PATIENCE);
        this.consents = RestClient.builder().requestFactory(http).baseUrl(url).build();
    }

    /**
     * What the person agreed to, oldest first.
     *
     * @param bearer the worker's own authorisation
     * @throws Problem 503 while consent-service does not answer: a copy that leaves the consents out would be wrong
     */
    List<GivenConsent> of(UUID personId, String bearer, Locale reader) {
        try {
            var response = consents.get()
                    .uri("/api/consents?personId={person}", personId)
                    .header(HttpHeaders.AUTHORIZATION, bearer)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, reader.toLanguageTag())
                    .retrieve()
                    .body(Response.class);
            if (response == null) {
                throw away();
            }
            return response.items();
        } catch (RestClientException unanswered) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "consents-unavailable");
    }
}
