package eu.lethe.gateway;

import static eu.lethe.gateway.RunningGateway.CASES;
import static eu.lethe.gateway.RunningGateway.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What who wants the gateway down, or its limits passed, gets for it. */
@ExtendWith(OutputCaptureExtension.class)
class AttacksTest {

    private static final String TOKEN = "Bearer " + IDENTITY.token();
    private static final int THREE_MEGABYTES = 3_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/cases/search",
                "/a%70i/cases/search",
                "/%61%70%69/%63ases/search",
                "/api/%63ases/search",
                "//api/cases/search",
                "/api;x/cases/search",
                "/api;x=1/cases;y/search",
                "/./api/cases/search",
                "/x/../api/cases/search",
                "/%2e/api/cases/search",
                "/%2fapi/cases/search",
                "/api%2fcases/search",
                "/%2561pi/cases/search",
                "/API/cases/search",
                "/Api/Cases/search"
            })
    void the_limit_holds_however_the_address_is_spelt(String path) throws IOException {
        var before = CASES.count();

        var status = statusOf("POST", path, Map.of("Authorization", TOKEN), THREE_MEGABYTES);

        assertThat(status).isIn(400, 401, 403, 404, 405, 413);
        assertThat(CASES.count()).isEqualTo(before);
    }

    @Test
    void a_body_without_a_length_is_refused_past_the_limit() throws IOException {
        try (var caller = new Raw()) {
            caller.send("POST /api/cases/files HTTP/1.1\r\nHost: x\r\nAuthorization: " + TOKEN
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var chunk = 0; chunk < 30; chunk++) {
                caller.send("186a0\r\n" + "a".repeat(100_000) + "\r\n");
            }
            caller.send("0\r\n\r\n");
            assertThat(caller.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer bogus", "bearer a.b.c", "Bearer ", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void without_a_token_that_holds_nobody_makes_the_gateway_wait_for_a_body(String bearer) throws IOException {
        try (var caller = new Raw()) {
            caller.beginPost("/api/cases/files", bearer, 2_000_000);
            assertThat(caller.status()).isEqualTo(401);
        }
    }

    @Test
    void a_token_that_was_not_issued_for_this_or_has_no_end_is_refused() {
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        refused(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        refused(claims -> claims.issuer("http://elsewhere.example"));
        refused(claims -> claims.audience("another"));
        refused(claims -> claims.audience((String) null));
    }

    @Test
    void a_caller_who_begins_many_bodies_leaves_room_for_the_others() throws IOException {
        var greedy = "Bearer " + IDENTITY.token("greedy", claims -> {});
        var before = CASES.begun();
        var begun = new ArrayList<Raw>();
        try {
            for (var one = 0; one < 16; one++) {
                var caller = new Raw();
                caller.beginPost("/api/cases/files", greedy, 2_000_000);
                begun.add(caller);
            }
            await().until(() -> CASES.begun() >= before + 16);
            assertThat(statusOf("POST", "/api/cases/files", Map.of("Authorization", greedy), 10))
                    .isEqualTo(429);
            assertThat(statusOf("POST", "/api/cases/files", Map.of("Authorization", TOKEN), 10))
                    .isEqualTo(201);
        } finally {
            for (var caller : begun) {
                caller.close();
            }
        }
    }

    @Test
    void a_body_is_handed_on_while_it_comes_in() throws IOException {
        try (var caller = new Raw()) {
            var before = CASES.begun();
            caller.beginPost("/api/cases/files", TOKEN, 2_000_000);
            await().until(() -> CASES.begun() > before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/me?x=%ED%A0%80",
                "/api/cases/me?&&=",
                "/api/cases/me?=x",
                "/api/cases/me?x=%",
                "/api/cases/me?x=%4",
                "/api/cases/me?%zz=1",
                "/api/cases/me?x=%00",
                "/api/cases/me?x=%C0%AF",
                "/api/cases/me?x=%FF",
                "/api/cases/me?x=%E2%80%AE",
                "/api/cases/%E2%80%AE",
                "/api/cases/a%0Ab",
                "/oauth2/authorization/lethe?to=/%0D%0Ax"
            })
    void an_address_that_cannot_be_read_is_refused_in_words_and_leaves_no_trace(String address, CapturedOutput log)
            throws IOException {
        for (var token : List.of("", TOKEN)) {
            var answer = answerTo("GET", address, token.isEmpty() ? Map.of() : Map.of("Authorization", token), 0);

            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer).contains("application/problem+json", "urn:lethe:problem:invalid-request");
        }
        assertThat(log.getAll()).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases/%ED%A0%80", "/api/cases/%00", "/%ED%A0%80?%ED%A0%80", "/%zz", "/api/\u0001"})
    void an_address_that_the_server_itself_cannot_read_leaves_no_trace_either(String address, CapturedOutput log)
            throws IOException {
        assertThat(answerTo("GET", address, Map.of(), 0)).startsWith("HTTP/1.1 400");
        assertThat(log.getAll()).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/%ED%A0%80",
                "/api/cases/%00",
                "/%zz",
                "/a%2Fb",
                "/a%5Cb",
                "/\\\\host",
                "/api/\u0001",
                "/[x]",
                "/../x",
                "/%2e%2e/%2e%2e/x",
                "x",
                "//",
                "*"
            })
    void whatever_the_server_itself_refuses_is_answered_in_words(String address) throws IOException {
        var answer = answerTo("GET", address, Map.of(), 0);

        assertThat(answer).doesNotContainIgnoringCase("<html", "<!doctype", "Tomcat", "java.");
        if (!answer.startsWith("HTTP/1.1 404") && !answer.startsWith("HTTP/1.1 2")) {
            assertThat(answer).contains("application/problem+json", "urn:lethe:problem:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n"
            })
    void a_request_that_is_none_is_answered_in_words(String request) throws IOException {
        try (var caller = new Raw()) {
            caller.send(request);

            assertThat(caller.answer())
                    .contains("application/problem+json", "urn:lethe:problem:")
                    .doesNotContainIgnoringCase("<html");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/logout",
                "/login/oauth2/code/lethe",
                "/oauth2/authorization/lethe",
                "/actuator/health",
                "/nowhere",
                "/api/cases/me"
            })
    void a_form_is_refused_wherever_it_is_sent_and_none_of_its_fields_is_read(String address, CapturedOutput log)
            throws IOException {
        for (var type : List.of(
                "application/x-www-form-urlencoded",
                " Application/X-WWW-Form-Urlencoded ; charset=utf-8",
                "multipart/form-data; boundary=x")) {
            var fields = "GEHEIM=%zz&code=GEHEIM&state=%GEHEIM";
            try (var caller = new Raw()) {
                caller.send(
                        "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(address, type, fields.length(), fields));
                assertThat(caller.answer()).startsWith("HTTP/1.1 415").contains("application/problem+json");
            }
        }
        assertThat(log.getAll()).doesNotContain("GEHEIM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", "GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n"})
    void whoever_is_connected_and_asks_for_nothing_keeps_nobody_out(String first) throws IOException {
        var silent = new ArrayList<Raw>();
        try {
            for (var one = 0; one < 1_000; one++) {
                var caller = new Raw();
                silent.add(caller);
                try {
                    caller.send(first);
                } catch (IOException madeToLeave) {
                    // there were too many already
                }
            }
            var before = Instant.now();
            assertThat(statusOf("GET", "/api/cases/me", Map.of("Authorization", TOKEN), 0))
                    .isEqualTo(200);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        } finally {
            for (var caller : silent) {
                caller.close();
            }
        }
    }

    @Test
    void too_many_parameters_or_too_long_a_header_leave_no_trace(CapturedOutput log) throws IOException {
        assertThat(statusOf("GET", "/api/cases/me?" + "a&".repeat(2_000), Map.of(), 0))
                .isEqualTo(400);
        assertThat(statusOf("GET", "/api/cases/me", Map.of("X-Long", "a".repeat(100_000)), 0))
                .isIn(400, 431);
        assertThat(log.getAll()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_caller_who_leaves_is_no_failure_of_a_service(CapturedOutput log) throws Exception {
        try (var caller = new Raw()) {
            caller.beginPost("/api/cases/files", TOKEN, 2_000_000);
            Thread.sleep(300);
        }
        Thread.sleep(700);
        assertThat(log.getAll()).doesNotContain("\tat ", "No answer from");
    }

    @Test
    void what_comes_with_a_callback_is_not_written_down(CapturedOutput log) {
        var visitor = Visitor.unknown();
        var state = visitor.get(SignIn.PATH)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*state=([^&]*).*", "$1");

        visitor.get("/login/oauth2/code/lethe?error=FAKE-line&error_description=FAKE&state=" + state);

        assertThat(log.getAll()).contains("Sign-in failed: other").doesNotContain("FAKE");
        assertThat(visitor.get("/login/oauth2/code/lethe?error=X%0AFAKE&state=" + state)
                        .statusCode())
                .isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("FAKE");
    }

    private static void refused(Consumer<JWTClaimsSet.Builder> different) {
        var token = IDENTITY.token("somebody", different);
        var before = CASES.count();
        assertThat(Visitor.unknown()
                        .get("/api/cases/files", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(CASES.count()).isEqualTo(before);
    }

    private static int statusOf(String method, String path, Map<String, String> headers, int length)
            throws IOException {
        return Integer.parseInt(answerTo(method, path, headers, length).substring(9, 12));
    }

    private static String answerTo(String method, String path, Map<String, String> headers, int length)
            throws IOException {
        try (var caller = new Raw()) {
            var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n".formatted(method, path));
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (length > 0) {
                head.append("Content-Type: application/json\r\nContent-Length: ")
                        .append(length)
                        .append("\r\n");
            }
            caller.send(head + "\r\n");
            try {
                caller.send("a".repeat(length));
            } catch (IOException refusedEarly) {
                // the answer is there to read
            }
            return caller.answer();
        }
    }

    /** A caller who writes bytes, not requests. */
    private static final class Raw implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Raw() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), RunningGateway.ADDRESS.getPort());
            socket.setSoTimeout(6_000);
            in = socket.getInputStream();
        }

        void beginPost(String path, String bearer, int length) throws IOException {
            send(
                    "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{"
                            .formatted(path, bearer, length));
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        int status() throws IOException {
            return Integer.parseInt(new String(in.readNBytes(12), StandardCharsets.ISO_8859_1).substring(9, 12));
        }

        String answer() throws IOException {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
