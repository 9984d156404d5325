package eu.lethe.gateway;

import static eu.lethe.gateway.RunningGateway.CASES;
import static eu.lethe.gateway.Visitor.header;
import static eu.lethe.gateway.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What crosses the gateway on the way to a service and back, and what does not. */
class RelayTest {

    private static final String ATTACHMENTS = "/api/cases/files/1/contacts/2/attachments";
    private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;
    private static final String[] TOKEN = {"Authorization", "Bearer " + RunningGateway.IDENTITY.token()};
    private static final String[] NAMED = {TOKEN[0], TOKEN[1], "Lethe-File-Name", "lettre%20du%20bailleur.pdf"};

    private final Visitor script = Visitor.unknown();

    @Test
    void path_and_query_reach_the_service_unchanged() {
        script.get("/api/cases/files?page=2&unit=%C3%A9t%C3%A9", TOKEN);

        assertThat(CASES.lastCall().uri().toString()).isEqualTo("/api/cases/files?page=2&unit=%C3%A9t%C3%A9");
    }

    @Test
    void cookies_stay_at_the_gateway() {
        Visitor.signedIn().get("/api/cases/files");

        assertThat(CASES.lastCall().has("Cookie")).isFalse();
    }

    @Test
    void nobody_can_claim_to_have_been_forwarded() {
        script.get(
                "/api/cases/files",
                "Authorization",
                TOKEN[1],
                "X-Forwarded-For",
                "10.0.0.1",
                "Forwarded",
                "for=10.0.0.1");

        assertThat(CASES.lastCall().headers().keySet()).doesNotContain("x-forwarded-for", "forwarded");
    }

    @Test
    void the_language_and_format_asked_for_reach_the_service() {
        script.get("/api/cases/files", "Authorization", TOKEN[1], "Accept", "text/csv", "Accept-Language", "en");

        assertThat(CASES.lastCall().header("Accept")).isEqualTo("text/csv");
        assertThat(CASES.lastCall().header("Accept-Language")).isEqualTo("en");
    }

    @Test
    void a_service_sets_no_cookie_and_does_not_name_itself() {
        var answer = script.get("/api/cases/files", TOKEN);

        assertThat(header(answer, "Set-Cookie")).doesNotContain("SERVICE");
        assertThat(header(answer, "Server")).isEmpty();
    }

    @Test
    void where_a_service_lives_stays_its_own_affair() {
        assertThat(location(script.post("/api/cases/files", "{}", TOKEN))).isEqualTo("/api/cases/files/1");
    }

    @Test
    void an_answer_of_the_api_is_kept_nowhere() {
        assertThat(header(script.get("/api/cases/files", TOKEN), "Cache-Control"))
                .contains("no-store");
    }

    @Test
    @Timeout(20)
    void an_answer_that_breaks_off_at_the_service_breaks_off_at_once_for_the_caller() {
        assertThatIllegalStateException()
                .isThrownBy(() -> script.get(StubService.BREAKS_OFF, TOKEN))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void a_service_that_is_down_is_a_503_in_words() {
        var answer = script.get("/api/consents/purposes?personId=secret", TOKEN);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
        assertThat(answer.body())
                .contains("urn:lethe:problem:service-unavailable", "\"status\":503")
                .doesNotContain("Exception", "127.0.0.1", "secret", "language");
    }

    @Test
    void a_problem_speaks_english_to_english_readers() {
        var answer =
                script.get("/api/consents/purposes", "Authorization", TOKEN[1], "Accept-Language", "de,en-GB;q=0.8");

        assertThat(answer.body()).contains("Service away");
        assertThat(header(answer, "Content-Language")).isEqualTo("en");
    }

    @Test
    void the_key_under_which_something_is_sent_reaches_the_service() {
        script.post(
                "/api/cases/files",
                "{}",
                TOKEN[0],
                TOKEN[1],
                "Idempotency-Key",
                "8e03978e-40d5-43dd-bc93-6894a57f9324");

        assertThat(CASES.lastCall().header("Idempotency-Key")).isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
    }

    @Test
    void a_body_of_one_megabyte_is_for_the_service_to_judge() {
        assertThat(script.post("/api/cases/files", jsonOf(1_000_000), TOKEN).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_body_over_the_limit_is_refused_and_does_not_reach_the_service() {
        var before = CASES.count();

        var answer = script.post("/api/cases/files", jsonOf(3_000_000), TOKEN);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:lethe:problem:too-large");
        assertThat(CASES.count()).isEqualTo(before);
    }

    @Test
    void a_document_of_twenty_megabytes_reaches_the_service_whole() {
        assertThat(script.attach(ATTACHMENTS, new byte[TWENTY_MEGABYTES], NAMED).statusCode())
                .isEqualTo(201);
        assertThat(CASES.lastCall().header("Lethe-File-Name")).isEqualTo("lettre%20du%20bailleur.pdf");
        assertThat(CASES.lastCall().body()).hasSize(TWENTY_MEGABYTES);
    }

    @Test
    void a_larger_document_is_refused_and_does_not_reach_the_service() {
        var before = CASES.count();

        var answer = script.attach(ATTACHMENTS, new byte[TWENTY_MEGABYTES + 1], TOKEN);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(CASES.count()).isEqualTo(before);
    }

    @Test
    void of_a_document_that_does_not_say_how_long_it_is_no_more_passes_than_shows_that_it_is_too_large() {
        script.attachStreaming(ATTACHMENTS, new byte[TWENTY_MEGABYTES + 1_000], TOKEN);

        assertThat(CASES.lastCall().body()).hasSize(TWENTY_MEGABYTES + 1);
    }

    @Test
    void a_table_of_files_to_take_over_passes_like_a_document_and_nowhere_else() {
        assertThat(script.upload("/api/cases/imports?dryRun=true", "text/csv", new byte[3_000_000], TOKEN)
                        .statusCode())
                .isEqualTo(201);
        assertThat(CASES.lastCall().body()).hasSize(3_000_000);
        assertThat(script.upload("/api/cases/files", "text/csv", new byte[10], TOKEN)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_document_is_taken_where_documents_are_taken_only() {
        assertThat(script.attach("/api/cases/files", new byte[10], TOKEN).statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_form_is_refused_because_its_fields_would_end_up_in_an_address() {
        var before = CASES.count();

        var answer = script.post(
                "/api/cases/search",
                "text=Duval",
                "Authorization",
                TOKEN[1],
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("urn:lethe:problem:not-json").doesNotContain("Duval");
        assertThat(CASES.count()).isEqualTo(before);
    }

    @Test
    void an_unknown_api_is_a_404_that_does_not_repeat_the_address() {
        var answer = script.get("/api/duval/files", "Authorization", TOKEN[1], "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:lethe:problem:not-found").doesNotContain("duval");
    }

    private static String jsonOf(int characters) {
        return "{\"text\":\"%s\"}".formatted("a".repeat(characters));
    }
}
