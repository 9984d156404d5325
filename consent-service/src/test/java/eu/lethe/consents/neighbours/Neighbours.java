package eu.lethe.consents.neighbours;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands the identity provider and retention-service, as far as they are seen over HTTP. */
public final class Neighbours {

    /** What retention-service was told. */
    public record Confirmation(UUID erasureId, String phase) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long TOKEN_SECONDS = 600;

    private final HttpServer server;
    private final RSAKey signing;
    private final KeyRing keys = new KeyRing();
    private final Set<Confirmation> confirmations = ConcurrentHashMap.newKeySet();

    private Neighbours(HttpServer server, RSAKey signing) {
        this.server = server;
        this.signing = signing;
    }

    /** Starts them on a free port. */
    public static Neighbours start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var neighbours = new Neighbours(
                    server, new RSAKeyGenerator(2048).keyID("test").generate());
            neighbours.answer();
            server.start();
            return neighbours;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where they are. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whose keys there are, and in which state. */
    public KeyRing keys() {
        return keys;
    }

    /** What was confirmed so far. */
    public Set<Confirmation> confirmations() {
        return confirmations;
    }

    /** A token of a member of staff, or of a service, which has no unit. */
    public String tokenOf(UUID subject, String role, @Nullable String unit) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signing.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(url())
                            .audience("lethe")
                            .subject(subject.toString())
                            .claim("name", "Someone")
                            .claim("roles", List.of(role))
                            .claim("unit", unit)
                            .expirationTime(Date.from(Instant.now().plusSeconds(TOKEN_SECONDS)))
                            .build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer() {
        on("/oauth2/jwks", _ -> new JWKSet(signing.toPublicJWK()).toString());
        on("/oauth2/token", _ -> "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":600}");
        on("/api/retention/leases", exchange -> JSON.writeValueAsString(keys.lease(body(exchange))));
        on("/api/retention/erasures/", exchange -> {
            var path = exchange.getRequestURI().getPath().split("/", -1);
            confirmations.add(new Confirmation(
                    UUID.fromString(path[4]), body(exchange).path("phase").asString()));
            return "{}";
        });
    }

    private static JsonNode body(HttpExchange exchange) {
        return JSON.readTree(exchange.getRequestBody());
    }

    private void on(String path, Function<HttpExchange, String> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = answer.apply(exchange).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
