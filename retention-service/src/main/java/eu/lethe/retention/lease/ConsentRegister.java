package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.lease.LeaseProperties.Client;
import eu.lethe.retention.lease.Leases.Current;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks consent-service what somebody outside the agency may be handed. Asked for each lease, and never remembered: what a
 * message told a moment ago may have been taken back since, or was never said.
 */
@Component
class ConsentRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Question(
            @Nullable String recipient, @Nullable String partner, List<String> purposes, List<OfPerson> persons) {}

    private record OfPerson(UUID personId, List<Compartment> compartments) {}

    private record Answer(List<OfPerson> covered) {}

    private final RestClient consents;

    ConsentRegister(@Value("${lethe.consents.url}") String url, RestClient.Builder serviceClient) {
        var http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        http.setReadTimeout(PATIENCE);
        this.consents = serviceClient.clone().requestFactory(http).baseUrl(url).build();
    }

    /**
     * What of these a client may have for the purposes that it declares.
     *
     * @throws Problem 503 while consent-service does not answer
     */
    Coverage covering(Client client, Collection<Current> wanted) {
        var persons = wanted.stream()
                .filter(one -> client.mayLease(one.compartment()))
                .collect(Collectors.groupingBy(
                        Current::personId, Collectors.mapping(Current::compartment, Collectors.toSet())));
        if (persons.isEmpty() || client.purposes().isEmpty()) {
            return Coverage.of(Set.of());
        }
        var answer = ask(new Question(
                client.recipient(),
                client.partner(),
                client.purposes(),
                persons.entrySet().stream()
                        .map(person -> new OfPerson(person.getKey(), List.copyOf(person.getValue())))
                        .toList()));
        return Coverage.of(answer.covered().stream()
                .flatMap(person ->
                        person.compartments().stream().map(compartment -> new Current(person.personId(), compartment)))
                .collect(Collectors.toSet()));
    }

    private Answer ask(Question question) {
        try {
            var answer = consents.post()
                    .uri("/api/consents/coverage/persons")
                    .body(question)
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw away();
            }
            return answer;
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            throw away();
        }
    }

    /** Nothing is leased on what was known before. */
    static Problem away() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "consents-unavailable");
    }
}
