package eu.lethe.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.content;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.method;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withException;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.ResponseCreator;
import org.springframework.web.client.RestClient;

/** Retention-service is asked over HTTP; whatever goes wrong on the way is one thing: the keys are unavailable. */
class RetentionServiceKeyLeasesTest {

    private static final String KID = "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001.narrative.1";
    private static final String SECRET = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

    private final RestClient.Builder http = RestClient.builder().baseUrl("http://retention");
    private final MockRestServiceServer retention =
            MockRestServiceServer.bindTo(http).build();
    private final KeyLeases keys = new RetentionServiceKeyLeases(http.build());

    @Test
    void keys_are_asked_for_by_id_and_by_person() {
        retention
                .expect(requestTo("http://retention/api/retention/leases"))
                .andExpect(method(HttpMethod.POST))
                .andExpect(content().json("""
                        {"kids": ["%s"],
                         "current": [{"personId": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "compartment": "coding"}]}""".formatted(KID)))
                .andRespond(json("{\"keys\": [], \"refused\": []}"));

        keys.lease(
                List.of(KeyId.parse(KID)),
                List.of(new KeyLeases.Current(KeyId.parse(KID).personId(), Compartment.CODING)));

        retention.verify();
    }

    @Test
    void a_leased_key_is_read_from_its_jwk() {
        answering(json(
                "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"%s\", \"alg\": \"dir\", \"k\": \"%s\"}], \"refused\": []}"
                        .formatted(KID, SECRET)));

        assertThat(lease().keys()).extracting(ContentKey::id).containsExactly(KeyId.parse(KID));
    }

    @ParameterizedTest
    @CsvSource({"423, SUSPENDED", "410, DESTROYED", "404, UNKNOWN", "403, UNKNOWN"})
    void a_refusal_is_read_from_its_status(int status, KeyRefused.Cause cause) {
        answering(json("{\"keys\": [], \"refused\": [{\"kid\": \"%s\", \"status\": %d}]}".formatted(KID, status)));

        assertThat(lease().refusals()).extracting(KeyRefused::reason).containsExactly(cause);
    }

    @Test
    void a_refusal_of_a_current_key_names_person_and_compartment() {
        answering(json("""
                {"keys": [], "refused": [
                  {"personId": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "compartment": "coding", "status": 423}]}"""));

        assertThat(lease().refusals()).extracting(KeyRefused::compartment).containsExactly(Compartment.CODING);
    }

    @Test
    void a_failing_keeper_is_unavailable() {
        answering(withServerError());

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(this::lease);
    }

    @Test
    void a_keeper_that_cannot_be_reached_is_unavailable() {
        answering(withException(new IOException("connection refused")));

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(this::lease);
    }

    @Test
    void a_keeper_that_talks_nonsense_is_unavailable() {
        answering(json("<html>"));

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(this::lease);
    }

    @Test
    void reserved_persons_are_named_by_their_ids() {
        answering(json("{\"personIds\": [\"4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001\"]}"));

        assertThat(keys.reserve(1)).containsExactly(UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001"));
    }

    private KeyLeases.Answer lease() {
        return keys.lease(List.of(KeyId.parse(KID)), List.of());
    }

    private void answering(ResponseCreator response) {
        retention.expect(method(HttpMethod.POST)).andRespond(response);
    }

    private static ResponseCreator json(String body) {
        return withSuccess(body, MediaType.APPLICATION_JSON);
    }
}
