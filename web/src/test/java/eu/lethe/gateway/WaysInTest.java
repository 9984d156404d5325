package eu.lethe.gateway;

import static eu.lethe.gateway.RunningGateway.CASES;
import static eu.lethe.gateway.RunningGateway.IDENTITY;
import static eu.lethe.gateway.Visitor.header;
import static eu.lethe.gateway.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through to a service, and how. */
class WaysInTest {

    private static final String FILES = "/api/cases/files";
    private static final String BEARER = "Bearer " + IDENTITY.token();

    @AfterEach
    void the_provider_is_kind_again() {
        IDENTITY.tokensLive(1800);
        IDENTITY.refuseRenewal(false);
    }

    @Test
    void without_session_or_token_the_api_answers_401_and_never_redirects() {
        var answer = Visitor.unknown().get(FILES, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:lethe:problem:unauthenticated", "Connexion nécessaire");
    }

    @Test
    void writing_without_session_or_token_answers_401_too() {
        assertThat(Visitor.unknown().post(FILES, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void a_stranger_is_given_no_session() {
        var stranger = Visitor.unknown();

        stranger.get(FILES);

        assertThat(stranger.everythingReceived()).doesNotContain("LETHE_SESSION");
    }

    @Test
    void a_script_passes_with_its_token_and_needs_no_csrf_token() {
        var answer = Visitor.unknown().post(FILES, "{\"unit\":\"centre\"}", "Authorization", BEARER);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(CASES.lastCall().header("Authorization")).isEqualTo(BEARER);
        assertThat(CASES.lastCall().body()).isEqualTo("{\"unit\":\"centre\"}");
    }

    @Test
    void a_request_with_a_token_of_its_own_never_falls_back_on_the_session() {
        Visitor.signedIn().get(FILES, "Authorization", BEARER);

        assertThat(CASES.lastCall().header("Authorization")).isEqualTo(BEARER);
    }

    @Test
    void a_browser_that_signed_in_reads_with_the_token_of_its_session() {
        var browser = Visitor.signedIn();

        var answer = browser.get(FILES);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CASES.lastCall().header("Authorization")).isEqualTo("Bearer access-" + IDENTITY.issued());
    }

    @Test
    void a_browser_writes_with_the_csrf_token_of_its_cookie() {
        var browser = Visitor.signedIn();

        assertThat(browser.post(FILES, "{}", "X-XSRF-TOKEN", browser.csrfToken())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_browser_without_the_csrf_token_is_refused_and_nothing_reaches_the_service() {
        var browser = Visitor.signedIn();
        var before = CASES.count();

        var answer = browser.post(FILES, "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:lethe:problem:csrf");
        assertThat(CASES.count()).isEqualTo(before);
    }

    @Test
    void no_token_ever_reaches_the_browser() {
        var browser = Visitor.signedIn();
        browser.get(FILES);
        browser.post("/logout", "", "X-XSRF-TOKEN", browser.csrfToken());

        assertThat(browser.everythingReceived()).doesNotContain("access-", "refresh", "eyJ", "id_token");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts() {
        var browser = Visitor.signedIn();

        assertThat(browser.cookie("LETHE_SESSION").isHttpOnly()).isTrue();
        assertThat(browser.everythingReceived()).containsPattern("LETHE_SESSION=[^;]+; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void signing_in_changes_the_session_id() {
        var browser = Visitor.unknown();
        browser.get(SignIn.PATH);
        var before = browser.cookie("LETHE_SESSION").getValue();

        browser.signIn(SignIn.PATH);

        assertThat(browser.cookie("LETHE_SESSION").getValue()).isNotEqualTo(before);
    }

    @Test
    void a_sign_in_carries_a_proof_key() {
        assertThat(location(Visitor.unknown().get(SignIn.PATH)))
                .startsWith(IDENTITY.address() + "/oauth2/authorize?")
                .contains("code_challenge=", "code_challenge_method=S256");
    }

    @Test
    void a_sign_in_returns_to_the_page_it_started_from() {
        assertThat(Visitor.unknown().signIn(SignIn.PATH + "?to=/dossiers/7%3Fentree%3D2"))
                .endsWith("/dossiers/7?entree=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example/", "/%5Celsewhere.example", "https://elsewhere.example/"})
    void a_sign_in_never_returns_to_a_strange_address(String to) {
        assertThat(Visitor.unknown().signIn(SignIn.PATH + "?to=" + to)).isIn("/", RunningGateway.ADDRESS + "/");
    }

    @Test
    void a_callback_that_nobody_asked_for_says_so_and_starts_nothing() {
        var answer = Visitor.unknown().get("/login/oauth2/code/lethe?code=stolen&state=guessed");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("La connexion n’a pas abouti", "href=\"" + SignIn.PATH + "\"")
                .doesNotContain("{{", "stolen", "guessed");
    }

    @Test
    void a_token_about_to_expire_is_renewed_before_it_is_lent() {
        IDENTITY.tokensLive(1);
        var browser = Visitor.signedIn();
        var atSignIn = IDENTITY.issued();

        browser.get(FILES);

        assertThat(IDENTITY.issued()).isEqualTo(atSignIn + 1);
        assertThat(CASES.lastCall().header("Authorization")).isEqualTo("Bearer access-" + IDENTITY.issued());
    }

    @Test
    void a_person_whom_the_provider_no_longer_vouches_for_is_signed_out() {
        IDENTITY.tokensLive(1);
        var browser = Visitor.signedIn();
        IDENTITY.refuseRenewal(true);

        var answer = browser.get(FILES);

        assertThat(answer.statusCode()).isEqualTo(401);
        IDENTITY.refuseRenewal(false);
        assertThat(browser.get(FILES).statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_and_says_where_to_end_the_provider_s() {
        var browser = Visitor.signedIn();

        var answer = browser.post("/logout", "", "X-XSRF-TOKEN", browser.csrfToken());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(location(answer))
                .startsWith("http://identity.example/sign-out?client_id=gateway&post_logout_redirect_uri=http");
        assertThat(browser.get(FILES).statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_needs_the_csrf_token() {
        var browser = Visitor.signedIn();

        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(browser.get(FILES).statusCode()).isEqualTo(200);
    }
}
