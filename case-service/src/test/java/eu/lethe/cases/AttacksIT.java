package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What who wants the service down, its limits passed or its readers deceived gets for it, the gateway left aside. */
@ExtendWith(OutputCaptureExtension.class)
class AttacksIT extends RunningCaseService {

    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/me?x=%ED%A0%80",
                "/api/cases/me?x=%25&y=%C0%AF",
                "/api/cases/me?x=%00",
                "/api/cases/staff?unit=%00",
                "/api/cases/staff?unit=%E2%80%AE",
                "/api/cases/staff?unit=a%0Ab",
                "/api/cases/files/a%0Ab",
                "/api/cases/%E2%81%A6me"
            })
    void an_address_that_cannot_be_read_is_refused_in_words_and_leaves_no_trace(String address, CapturedOutput log) {
        for (var caller : new Api[] {worker(), new Api("http://127.0.0.1:" + port, "bogus")}) {
            var answer = caller.get(address);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:invalid-request");
        }
        assertThat(log.getAll()).doesNotContain("\tat ", "\\tat ");
    }

    @Test
    void too_many_parameters_are_refused() {
        assertThat(worker().get("/api/cases/me?" + "a&".repeat(1_500)).status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(CapturedOutput log) {
        var large = "{\"text\":\"" + "a".repeat(TWO_MEGABYTES) + "\"}";

        assertThat(worker().postRaw("/api/cases/search", large).status()).isEqualTo(413);
        assertThat(worker().postStreaming("/api/cases/search", "application/json", large)
                        .status())
                .isEqualTo(413);
        assertThat(worker().postStreaming("/api/cases/search", "text/plain", large)
                        .status())
                .isIn(413, 415);
        assertThat(log.getAll()).doesNotContain("\tat ", "\\tat ");
    }

    @Test
    void a_form_is_refused_whose_fields_would_be_parameters() {
        assertThat(worker().postStreaming("/api/cases/search", "application/x-www-form-urlencoded", "text=%ED%A0%80")
                        .status())
                .isEqualTo(415);
        assertThat(worker().postStreaming("/api/cases/search", "multipart/form-data; boundary=x", "--x")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void deep_or_crumbled_bodies_are_refused(CapturedOutput log) {
        var file = openFile(register("Profond", "Paul"));
        var draft = "/api/cases/files/" + file + "/drafts/contact";

        assertThat(put(draft, "{\"draft\":" + "{\"a\":".repeat(90_000) + "1" + "}".repeat(90_001))
                        .status())
                .isEqualTo(400);
        assertThat(put(draft, "{\"draft\":{\"a\":[" + "[],".repeat(600_000) + "[]]}}")
                        .status())
                .isEqualTo(400);
        assertThat(put(draft, "{\"draft\":{\"a\":" + "9".repeat(500_000) + "}}").status())
                .isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("\tat ", "\\tat ");
    }

    @Test
    void many_large_bodies_at_a_time_wait_for_each_other() throws Exception {
        var large = "{\"text\":\"" + "a".repeat(TWO_MEGABYTES - 100) + "\"}";
        Callable<Integer> post =
                () -> worker().postRaw("/api/cases/search", large).status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 60).mapToObj(_ -> post).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(400, 503);
            }
        }
        assertThat(worker().get("/api/cases/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\u2060", "\ufeff", "\u3164", " \u200d\u00ad ", "\u202e"})
    void a_text_that_shows_nothing_is_no_text(String nothing) {
        assertThat(worker().post("/api/cases/persons", Map.of("familyName", nothing))
                        .status())
                .isEqualTo(400);
        assertThat(worker().post("/api/cases/search", Map.of("text", nothing)).status())
                .isEqualTo(400);
    }

    @Test
    void a_name_is_kept_composed_and_reads_in_its_own_direction() {
        var person = worker().post("/api/cases/persons", Map.of("familyName", "Le\u202eme\u0301r\u2066y\u2069"))
                .id("personId");

        assertThat(worker().get("/api/cases/files/" + openFile(person))
                        .response()
                        .body())
                .contains("Lem\u00e9ry")
                .doesNotContain("\u202e");
    }

    @Test
    void a_draft_obeys_the_same_rule() {
        var file = openFile(register("Brouillon", "Basile"));
        var draft = "/api/cases/files/" + file + "/drafts/contact";

        assertThat(put(draft, "{\"draft\":{\"text\":\"a\\ud800\"}}").status()).isEqualTo(400);
        assertThat(put(draft, "{\"draft\":{\"text\":[{\"b\":\"\\u0000\"}]}}").status())
                .isEqualTo(400);
        assertThat(put(draft, "{\"draft\":{\"a\\udc00\":1}}").status()).isEqualTo(400);
        assertThat(put(draft, "{\"draft\":{\"text\":\"e\\u0301\\u202e\"}}").status())
                .isEqualTo(200);
        assertThat(worker().get(draft).body().get("draft").get("text").asString())
                .isEqualTo("\u00e9");
    }

    @Test
    void a_token_must_end_be_for_lethe_and_hold_names_that_can_be_written() {
        assertThat(me(RETENTION.differentToken(claims -> {})).status()).isEqualTo(200);
        assertThat(me(RETENTION.differentToken(claims -> claims.expirationTime(null)))
                        .status())
                .isEqualTo(401);
        assertThat(me(RETENTION.differentToken(claims -> claims.audience("another")))
                        .status())
                .isEqualTo(401);
        assertThat(me(RETENTION.differentToken(claims -> claims.issuer("http://elsewhere.example")))
                        .status())
                .isEqualTo(401);
        assertThat(me(RETENTION.differentToken(claims ->
                                claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))))
                        .status())
                .isEqualTo(401);
        assertThat(me(RETENTION.differentToken(claims -> claims.claim("name", "a\u0000b")))
                        .status())
                .isEqualTo(401);
        assertThat(me(RETENTION.tokenOf(UUID.randomUUID(), "Lea\u202e", "worker", "centre"))
                        .text("name"))
                .isEqualTo("Lea");
    }

    private Answer me(String token) {
        return new Api("http://127.0.0.1:" + port, token).get("/api/cases/me");
    }

    private Answer put(String path, String body) {
        return worker().putRaw(path, body);
    }
}
