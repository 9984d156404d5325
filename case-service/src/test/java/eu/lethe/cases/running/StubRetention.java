package eu.lethe.cases.running;

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
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What case-service sees of retention-service and of the identity provider, as a test fake on one port. */
public final class StubRetention {

    /** What retention-service was told. */
    public record Confirmation(UUID erasureId, String phase) {}

    private static final List<Compartment> COMPARTMENTS = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH,
            Compartment.CONSENT,
            Compartment.RIGHTS);

    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final Map<KeyId, ContentKey> keys = new ConcurrentHashMap<>();
    private final Set<KeyId> removed = ConcurrentHashMap.newKeySet();
    private final Set<KeyId> suspended = ConcurrentHashMap.newKeySet();
    private final List<Confirmation> confirmations = new CopyOnWriteArrayList<>();
    private final RSAKey signing;
    private final HttpServer server;
    private volatile boolean away;

    /** Starts it. */
    public StubRetention() {
        try {
            signing = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, 200, new JWKSet(signing).toString(true)));
        server.createContext("/oauth2/token", this::issueServiceToken);
        server.createContext("/api/retention/leases", exchange -> whenHere(exchange, this::lease));
        server.createContext("/api/retention/reserves", exchange -> whenHere(exchange, this::reserve));
        server.createContext("/api/retention/erasures", exchange -> whenHere(exchange, this::confirm));
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers 503 to everything but tokens. */
    public void goAway() {
        away = true;
    }

    /** Answers again. */
    public void comeBack() {
        away = false;
    }

    /** Leases the keys of the compartments to nobody. */
    public void suspend(UUID personId, Collection<Compartment> compartments) {
        suspended.addAll(currentKeys(personId, compartments));
    }

    /** Leases them again. */
    public void restore(UUID personId, Collection<Compartment> compartments) {
        suspended.removeAll(currentKeys(personId, compartments));
    }

    /** Destroys the keys of the compartments. */
    public List<KeyId> remove(UUID personId, Collection<Compartment> compartments) {
        var gone = currentKeys(personId, compartments);
        removed.addAll(gone);
        gone.forEach(keys::remove);
        return gone;
    }

    /** A key, as an integrator might hold it. */
    public ContentKey key(KeyId kid) {
        var key = keys.get(kid);
        if (key == null) {
            throw new IllegalArgumentException("no such key");
        }
        return key;
    }

    /** What it was told so far. */
    public List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    /** A token as the identity provider would sign it. */
    public String token(String subject, String name, List<String> roles, @Nullable String unit) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience("lethe")
                .claim("name", name)
                .claim("roles", roles)
                .claim("unit", unit)
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().plusSeconds(3600).getEpochSecond());
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<KeyId> currentKeys(UUID personId, Collection<Compartment> compartments) {
        return keys.keySet().stream()
                .filter(kid -> kid.personId().equals(personId) && compartments.contains(kid.compartment()))
                .toList();
    }

    private interface Operation {
        Object answer(JsonNode request, HttpExchange exchange);
    }

    private void whenHere(HttpExchange exchange, Operation operation) throws IOException {
        if (away) {
            answer(exchange, 503, "{}");
            return;
        }
        var request = json.readTree(exchange.getRequestBody().readAllBytes());
        answer(exchange, 200, json.writeValueAsString(operation.answer(request, exchange)));
    }

    private void issueServiceToken(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                json.writeValueAsString(Map.of(
                        "access_token",
                        token("case-service", "case-service", List.of("service"), null),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3600)));
    }

    private Object reserve(JsonNode request, HttpExchange exchange) {
        var made = new ArrayList<UUID>();
        for (var count = request.get("count").asInt(); count > 0; count--) {
            var person = UUID.randomUUID();
            COMPARTMENTS.forEach(compartment -> generate(person, compartment));
            made.add(person);
        }
        return Map.of("personIds", made);
    }

    private void generate(UUID person, Compartment compartment) {
        var secret = new byte[ContentKey.LENGTH];
        random.nextBytes(secret);
        var kid = new KeyId(person, compartment, 1);
        keys.put(kid, new ContentKey(kid, secret));
    }

    private Object lease(JsonNode request, HttpExchange exchange) {
        var leased = new ArrayList<Map<String, Object>>();
        var refused = new ArrayList<Map<String, Object>>();
        request.get("kids").forEach(kid -> lease(KeyId.parse(kid.asString()), leased, refused));
        request.get("current")
                .forEach(current -> lease(
                        new KeyId(
                                UUID.fromString(current.get("personId").asString()),
                                new Compartment(current.get("compartment").asString()),
                                1),
                        leased,
                        refused));
        return Map.of("keys", leased, "refused", refused);
    }

    private void lease(KeyId kid, List<Map<String, Object>> leased, List<Map<String, Object>> refused) {
        var key = keys.get(kid);
        if (suspended.contains(kid)) {
            refused.add(Map.of("kid", kid.toString(), "status", 423));
        } else if (key != null) {
            leased.add(key.toJwk());
        } else {
            refused.add(Map.of("kid", kid.toString(), "status", removed.contains(kid) ? 410 : 404));
        }
    }

    private Object confirm(JsonNode request, HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        confirmations.add(
                new Confirmation(UUID.fromString(path[4]), request.get("phase").asString()));
        return Map.of();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
