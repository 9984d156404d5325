package eu.lethe.gateway;

import static eu.lethe.gateway.Visitor.header;
import static eu.lethe.gateway.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the staff front end is served. */
class StaffPagesTest {

    private static final Pattern NONCE = Pattern.compile("style-src 'self' 'nonce-([^']+)'");
    private static final String[] HTML = {"Accept", "text/html,application/xhtml+xml"};

    private final Visitor browser = Visitor.unknown();

    @Test
    void the_policy_allows_own_files_and_one_nonce_and_nothing_inline() {
        var policy = header(browser.get("/", HTML), "Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .containsPattern(NONCE)
                .doesNotContain("unsafe", "*");
    }

    @Test
    void the_page_carries_the_nonce_of_its_own_response() {
        var page = browser.get("/", HTML);

        assertThat(page.body()).contains("content=\"" + nonceOf(page) + "\"").doesNotContain("__CSP_NONCE__");
    }

    @Test
    void asking_for_the_head_alone_is_answered_like_the_page() {
        var answer = browser.head("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void every_response_has_a_nonce_of_its_own() {
        assertThat(nonceOf(browser.get("/", HTML))).isNotEqualTo(nonceOf(browser.get("/", HTML)));
    }

    @Test
    void the_page_is_kept_nowhere() {
        assertThat(header(browser.get("/", HTML), "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/dossiers/0190a1b2/nouveau-contact", "/echeances"})
    void every_address_that_the_front_end_draws_is_the_same_page(String path) {
        var answer = browser.get(path, HTML);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("csp-nonce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/missing-1234.js", "/missing.svg", "/actuator/env", "/login/other"})
    void what_is_missing_is_a_404_and_not_the_page(String path) {
        var answer = browser.get(path, HTML);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:lethe:problem:not-found").doesNotContain("csp-nonce", "missing");
    }

    @Test
    void anybody_checks_a_certificate_without_signing_in_and_is_given_no_session() {
        var anybody = Visitor.unknown();

        var page = anybody.get("/verify", HTML);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("csp-nonce");
        assertThat(header(page, "Content-Security-Policy")).contains("connect-src 'self'");
        assertThat(anybody.everythingReceived()).doesNotContain("LETHE_SESSION");
        assertThat(anybody.get("/api/retention/anchor").statusCode())
                .as("the key comes from elsewhere")
                .isEqualTo(401);
    }

    @Test
    void a_program_that_asks_for_json_does_not_get_the_page() {
        assertThat(browser.get("/echeances", "Accept", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_hashed_file_is_kept_for_a_year() {
        assertThat(header(browser.get("/assets/sample-5e1f.js"), "Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
    }

    @Test
    void protective_headers_are_on_every_page() {
        var page = browser.get("/", HTML);

        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
    }

    @Test
    void whoever_types_localhost_is_led_to_the_address_that_the_session_belongs_to() {
        var port = RunningGateway.ADDRESS.getPort();

        var answer = browser.get("http://localhost:%d/dossiers/7".formatted(port), HTML);

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(location(answer)).isEqualTo(RunningGateway.ADDRESS + "/dossiers/7");
    }

    @Test
    void probes_and_figures_are_there_for_the_operator() {
        assertThat(browser.get("/actuator/health").body()).contains("UP");
    }

    @Test
    void the_figures_are_for_the_agency_s_own_programs() {
        var figures = "/actuator/prometheus";
        assertThat(Visitor.unknown().get(figures).statusCode()).isEqualTo(401);
        assertThat(Visitor.signedIn().get(figures).statusCode()).isEqualTo(403);
        assertThat(Visitor.unknown()
                        .get(figures, "Authorization", "Bearer " + RunningGateway.IDENTITY.token())
                        .statusCode())
                .isEqualTo(403);
        var program = RunningGateway.IDENTITY.token("prometheus", claims -> claims.claim("roles", List.of("service")));
        assertThat(Visitor.unknown()
                        .get(figures, "Authorization", "Bearer " + program)
                        .body())
                .contains("jvm_memory_used_bytes");
    }

    private static String nonceOf(HttpResponse<?> page) {
        var found = NONCE.matcher(header(page, "Content-Security-Policy"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
