package eu.lethe.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {

    private static final String GATEWAY = "http://127.0.0.1:18080";
    private static final String CALLBACK = GATEWAY + "/login/oauth2/code/lethe";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-in-length";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path state;

    private static ConfigurableApplicationContext provider;
    private static URI address;

    @BeforeAll
    static void start() {
        provider = started();
        address = addressOf(provider);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void a_worker_signs_in_with_account_and_password_and_the_token_names_role_and_unit() throws Exception {
        var claims = claimsOf(tokens(signedIn("worker-north", "lethe")), "access_token");

        assertThat(claims.getSubject())
                .isEqualTo(DemoAccount.named("worker-north").orElseThrow().id().toString());
        assertThat(claims.getAudience()).contains("lethe");
        assertThat(claims.getStringClaim("name")).isEqualTo("Yanis Belkacem");
        assertThat(claims.getStringListClaim("roles")).containsExactly("worker");
        assertThat(claims.getStringClaim("unit")).isEqualTo("north");
    }

    @Test
    void the_id_token_is_for_the_gateway_alone() throws Exception {
        assertThat(claimsOf(tokens(signedIn("dpo", "lethe")), "id_token").getAudience())
                .containsExactly("gateway");
    }

    @Test
    void a_wrong_password_leads_back_to_the_page_with_an_explanation() throws Exception {
        var browser = browser();
        get(browser, authorize());

        var answer = post(browser, "/login", credentials(browser, "worker", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get(browser, location(answer)).body())
                .contains("role=\"alert\"", "Identifiant ou mot de passe inconnu");
    }

    @Test
    void a_code_without_its_proof_key_is_refused() throws Exception {
        var browser = browser();

        var answer = get(browser, authorize().replaceAll("&code_challenge[^&]*", ""));

        assertThat(location(answer)).contains("error=invalid_request").doesNotContain("code=");
    }

    @Test
    void the_page_is_in_english_for_english_readers() throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/login")).header("Accept-Language", "en-GB,en");

        var page = browser().send(request.build(), BodyHandlers.ofString());

        assertThat(page.body())
                .contains("<html lang=\"en\">", "Social worker, North")
                .doesNotContain("{{");
    }

    @Test
    void the_page_runs_no_script_and_no_foreign_style() throws Exception {
        var policy = get(browser(), "/login").headers().firstValue("Content-Security-Policy");

        assertThat(policy.orElseThrow())
                .startsWith("default-src 'none'; style-src 'nonce-")
                .doesNotContain("unsafe");
    }

    @Test
    void a_service_gets_its_own_token_by_client_credentials() throws Exception {
        var claims = claimsOf(clientCredentials("case-service", "lethe-local").body(), "access_token");

        assertThat(claims.getSubject()).isEqualTo("case-service");
        assertThat(claims.getAudience()).contains("lethe");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    }

    @Test
    void a_service_with_a_wrong_secret_gets_none() throws Exception {
        assertThat(clientCredentials("case-service", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void a_script_on_this_machine_gets_the_token_of_an_account() throws Exception {
        var claims = claimsOf(
                post(browser(), "/demo/token?account=retention-approver", "").body(), "access_token");

        assertThat(claims.getStringListClaim("roles")).containsExactly("retention-admin");
        assertThat(claims.getClaim("unit")).isNull();
    }

    @Test
    void a_web_page_gets_no_token_for_a_script() throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/demo/token?account=worker"))
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(browser().send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session_and_returns_to_the_gateway() throws Exception {
        var browser = signedInBrowser("worker", "lethe");

        var answer = get(browser, "/sign-out?client_id=gateway&post_logout_redirect_uri=" + encoded(GATEWAY + "/"));

        assertThat(location(answer)).isEqualTo(GATEWAY + "/");
        assertThat(location(get(browser, authorize()))).endsWith("/login");
    }

    @Test
    void signing_out_never_leads_to_a_strange_address() throws Exception {
        var answer = get(
                browser(),
                "/sign-out?client_id=gateway&post_logout_redirect_uri=" + encoded("https://elsewhere.example/"));

        assertThat(location(answer)).endsWith("/login").doesNotContain("elsewhere");
    }

    @Test
    void the_published_configuration_names_the_way_out() throws Exception {
        var published = JSON.readTree(
                get(browser(), "/.well-known/openid-configuration").body());

        assertThat(published.get("end_session_endpoint").asString()).endsWith("/sign-out");
    }

    @Test
    void a_token_outlives_a_restart_of_the_provider() throws Exception {
        var before = signingKey(address);
        try (var restarted = started()) {
            assertThat(signingKey(addressOf(restarted))).isEqualTo(before);
        }
    }

    private static ConfigurableApplicationContext started() {
        return IdentityProvider.start(
                "--server.port=0",
                "--lethe.identity.state-directory=" + state,
                "--lethe.identity.gateway-url=" + GATEWAY);
    }

    private static URI addressOf(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:%d".formatted(server == null ? -1 : server.getPort()));
    }

    private static String signingKey(URI provider) throws Exception {
        var keys = get(browser(), provider.resolve("/oauth2/jwks").toString()).body();
        return JSON.readTree(keys).at("/keys/0/kid").asString();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpClient signedInBrowser(String account, String password) throws Exception {
        var browser = browser();
        get(browser, authorize());
        post(browser, "/login", credentials(browser, account, password));
        return browser;
    }

    private static String signedIn(String account, String password) throws Exception {
        var callback = location(get(signedInBrowser(account, password), authorize()));
        assertThat(callback).startsWith(CALLBACK + "?code=");
        return callback.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static String tokens(String code) throws Exception {
        var form = "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
                .formatted(code, encoded(CALLBACK), VERIFIER);
        return asClient("gateway", "lethe-local", form).body();
    }

    private static HttpResponse<String> clientCredentials(String client, String secret) throws Exception {
        return asClient(client, secret, "grant_type=client_credentials");
    }

    private static HttpResponse<String> asClient(String client, String secret, String form) throws Exception {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return browser().send(request.build(), BodyHandlers.ofString());
    }

    private static String authorize() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid%20profile&state=s&nonce=n&redirect_uri="
                + encoded(CALLBACK) + "&code_challenge_method=S256&code_challenge=" + challenge;
    }

    private static String credentials(HttpClient browser, String account, String password) throws Exception {
        var page = get(browser, "/login").body();
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(csrf.find()).isTrue();
        return "username=%s&password=%s&_csrf=%s".formatted(account, password, encoded(csrf.group(1)));
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html,application/json");
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JWTClaimsSet claimsOf(String answer, String token) throws Exception {
        return SignedJWT.parse(JSON.readTree(answer).get(token).asString()).getJWTClaimsSet();
    }
}
