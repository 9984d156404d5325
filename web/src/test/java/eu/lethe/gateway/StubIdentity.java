package eu.lethe.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Understands standing in for an identity provider that signs everybody in at once, proof key and all. */
final class StubIdentity {

    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Map<String, String>> started = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final HttpServer server;
    private volatile boolean refusesRenewal;
    private volatile int tokenLife = 1800;

    StubIdentity() {
        try {
            key = new RSAKeyGenerator(2048)
                    .keyID("stub")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/oauth2/jwks", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    /** From now on tokens live this long, in seconds. */
    void tokensLive(int seconds) {
        tokenLife = seconds;
    }

    void refuseRenewal(boolean refuse) {
        refusesRenewal = refuse;
    }

    /** How many access tokens were issued so far; the last is called "access-" and this number. */
    int issued() {
        return issued.get();
    }

    /** A token of a script: a program of the agency. */
    String token() {
        return token("of-a-script", claims -> {});
    }

    /** A token of somebody, as the test wants it. */
    String token(String subject, Consumer<JWTClaimsSet.Builder> different) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .subject(subject)
                .audience("lethe")
                .claim("roles", List.of("worker"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        different.accept(claims);
        return signed(claims.build());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = "code-" + started.size();
        started.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, encoded(asked, "state")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var renewal = "refresh_token".equals(form.get("grant_type"));
        var start = renewal ? Map.<String, String>of() : started.getOrDefault(form.get("code"), Map.of());
        if (renewal && refusesRenewal) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else if (!renewal && !(form.containsKey("code_verifier") && start.containsKey("code_challenge"))) {
            json(exchange, 400, "{\"error\":\"invalid_request\"}");
        } else {
            json(exchange, 200, """
                    {"access_token":"access-%d","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh","id_token":"%s"}
                    """.formatted(issued.incrementAndGet(), tokenLife, idToken(start)));
        }
    }

    private String idToken(Map<String, String> start) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .subject("00000000-0000-4000-8000-000000000001")
                .audience("gateway")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
        if (start.containsKey("nonce")) {
            claims.claim("nonce", start.get("nonce"));
        }
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(Map<String, String> asked, String name) {
        return URLEncoder.encode(asked.getOrDefault(name, ""), StandardCharsets.UTF_8);
    }
}
