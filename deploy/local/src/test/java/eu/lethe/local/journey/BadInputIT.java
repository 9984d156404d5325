package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker, or a program, gets back for a request that cannot be accepted: 400, the reason, and nothing stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String CANARY = "canari-7f3a9b";

    private final RunningStack stack = RunningStack.get();
    private final Caller worker = stack.as("worker");
    private final String fileId = openFile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b\",\"mood\":\"canari-7f3a9b\"}",
                "{\"date\":\"2020-01-02\",\"text\":17}",
                "{\"date\":20200102,\"text\":\"canari-7f3a9b\"}",
                "{\"date\":\"canari-7f3a9b\",\"text\":\"canari-7f3a9b\"}",
                "{\"date\":\"2999-01-02\",\"text\":\"canari-7f3a9b\"}",
                "{\"date\":\"2020-01-02\",\"text\":\"   \"}",
                "{\"date\":\"2020-01-02\"}",
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b\",\"codes\":[\"P99.9\"]}",
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b\",\"persons\":[\"canari-7f3a9b\"]}",
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b \\u0000\"}",
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b \\ud800\"}",
                "{\"date\":\"2020-01-02\",\"text\":\"canari-7f3a9b\"",
                "[\"canari-7f3a9b\"]",
                "canari-7f3a9b",
                "null",
                ""
            })
    void is_refused_without_an_echo(String body) {
        var refused = worker.postRaw("/api/cases/files/" + fileId + "/contacts", body.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:invalid-request");
        assertThat(refused.text()).doesNotContain(CANARY).doesNotContain("P99.9");
    }

    @Test
    void a_text_of_a_megabyte_is_refused() {
        var refused = worker.post(
                "/api/cases/files/" + fileId + "/contacts",
                Map.of("date", "2020-01-02", "text", "a".repeat(1_000_000)));
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void nothing_of_it_is_stored() {
        var contacts = worker.get("/api/cases/files/" + fileId).json().path("contacts");
        assertThat(contacts).isEmpty();
    }

    @Test
    void the_reason_comes_in_the_language_asked_for() {
        var english = worker.get("/api/cases/files/00000000-0000-4000-8000-000000000000");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.text("title")).isEqualTo("Not found");
    }

    @Test
    void without_a_token_the_answer_is_401_and_never_a_redirect() {
        var refused = stack.asNobody().get("/api/cases/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private String openFile() {
        var personId =
                worker.post("/api/cases/persons", Map.of("familyName", "Essai")).text("personId");
        return worker.post("/api/cases/files", Map.of("personId", personId, "unit", "centre"))
                .text("fileId");
    }
}
