package eu.lethe.platform.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.context.request.ServletWebRequest;

/** A key is its sender's, and means one content at one address. */
class SendingKeyTest {

    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";
    private static final String CLAIRE = "7d1f7a52-7f7f-4d0d-8c85-1f2a3b4c5d01";
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_key_of_the_same_sender_is_recognised() {
        assertThat(key(CLAIRE, "POST /a").digest())
                .isEqualTo(key(CLAIRE, "POST /b").digest());
    }

    @Test
    void a_key_of_another_sender_is_another() {
        assertThat(key(CLAIRE, "POST /a").digest())
                .isNotEqualTo(key("another", "POST /a").digest());
    }

    @Test
    void a_content_is_recognised_at_its_address_only() {
        var digest = key(CLAIRE, "POST /a").digestOf(BODY);

        assertThat(key(CLAIRE, "POST /a").digestOf(BODY)).isEqualTo(digest);
        assertThat(key(CLAIRE, "POST /b").digestOf(BODY)).isNotEqualTo(digest);
        assertThat(key(CLAIRE, "POST /a").digestOf("[]".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(digest);
    }

    @Test
    void a_content_is_recognised_under_its_key_only() {
        assertThat(SendingKey.of(List.of("another-key-of-hers"), CLAIRE, "POST /a")
                        .digestOf(BODY))
                .isNotEqualTo(key(CLAIRE, "POST /a").digestOf(BODY));
    }

    @Test
    void who_got_another_role_or_unit_is_still_the_same_sender() {
        var before = sentBy(new Caller(CLAIRE, "Claire Morel", Set.of(Role.WORKER), "centre"));
        var since = sentBy(new Caller(CLAIRE, "Claire Durand", Set.of(Role.LEAD, Role.WORKER), "north"));

        assertThat(since.digest()).isEqualTo(before.digest());
    }

    @Test
    void without_the_header_there_is_none() {
        assertThat(SendingKey.of(List.of(), CLAIRE, "POST /a").isGiven()).isFalse();
        assertThat(key(CLAIRE, "POST /a").isGiven()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
                KEY + "\u200b",
                "\u00a0" + KEY,
                KEY + "\n",
                "fifteen-letters",
                "\"" + KEY,
                KEY + "\"",
                KEY + ", " + KEY,
                "clé-qui-a-des-accents"
            })
    void what_is_no_key_is_refused(String written) {
        refused(List.of(written));
    }

    @Test
    void the_longest_key_is_taken_and_a_longer_one_is_not() {
        assertThat(SendingKey.of(List.of("k".repeat(128)), CLAIRE, "POST /a").isGiven())
                .isTrue();
        refused(List.of("k".repeat(129)));
    }

    @Test
    void two_keys_are_none() {
        refused(List.of(KEY, KEY));
    }

    @Test
    void a_key_is_not_printed() {
        assertThat(key(CLAIRE, "POST /a")).asString().doesNotContain(KEY).doesNotContain(CLAIRE);
    }

    private static void refused(List<String> fields) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SendingKey.of(fields, CLAIRE, "POST /a"))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
                    assertThat(problem.code()).isEqualTo("key-malformed");
                });
    }

    private static SendingKey sentBy(Caller caller) {
        var request = new MockHttpServletRequest("POST", "/a");
        request.addHeader(SendingKey.HEADER, KEY);
        request.setUserPrincipal(new TestingAuthenticationToken(caller, null));
        return new SendingKeyArgument()
                .resolveArgument(mock(MethodParameter.class), null, new ServletWebRequest(request), null);
    }

    private static SendingKey key(String sender, String operation) {
        return SendingKey.of(List.of(KEY), sender, operation);
    }
}
