package eu.lethe.cases.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** What case-service sees of consent-service: who consented to sharing with partners, as a test fake. */
public final class StubConsents {

    private final JsonMapper json = new JsonMapper();
    private final Map<UUID, UUID> consents = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile boolean away;

    /** Starts it. */
    public StubConsents() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/consents/coverage", this::coverage);
        server.createContext("/api/consents", this::consents);
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers 503. */
    public void goAway() {
        away = true;
    }

    /** Answers again. */
    public void comeBack() {
        away = false;
    }

    /** The person consents to being referred to partners, with everything but health. */
    public UUID consent(UUID personId) {
        return consents.computeIfAbsent(personId, _ -> UUID.randomUUID());
    }

    /** The bearer tokens that asked for a person's consents. */
    public Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    private void coverage(HttpExchange exchange) throws IOException {
        var asked = json.readTree(exchange.getRequestBody().readAllBytes());
        var consent = consents.get(UUID.fromString(asked.get("personId").asString()));
        var health = asked.get("compartments")
                .valueStream()
                .anyMatch(one -> one.asString().equals("health"));
        answer(
                exchange,
                consent == null || health
                        ? Map.of(
                                "permitted",
                                false,
                                "uncovered",
                                health ? List.of("health") : List.of("identity"),
                                "purposes",
                                List.of(Map.of("code", "case-conference", "label", "Réunion", "consentRequired", true)))
                        : Map.of(
                                "permitted",
                                true,
                                "basis",
                                Map.of(
                                        "purpose",
                                        "partner-referral",
                                        "label",
                                        "Orientation vers un partenaire",
                                        "legalBasis",
                                        "consent",
                                        "consentId",
                                        consent),
                                "uncovered",
                                List.of(),
                                "purposes",
                                List.of()));
    }

    private void consents(HttpExchange exchange) throws IOException {
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var person = UUID.fromString(exchange.getRequestURI().getQuery().substring("personId=".length()));
        var consent = consents.get(person);
        answer(
                exchange,
                Map.of(
                        "items",
                        consent == null
                                ? List.of()
                                : List.of(Map.of(
                                        "consentId",
                                        consent,
                                        "purpose",
                                        "partner-referral",
                                        "label",
                                        "Orientation vers un partenaire",
                                        "recipient",
                                        "partners",
                                        "compartments",
                                        List.of("identity", "narrative", "coding"),
                                        "given",
                                        "orally",
                                        "language",
                                        "fr",
                                        "grantedOn",
                                        "2026-03-02"))));
    }

    private void answer(HttpExchange exchange, Object body) throws IOException {
        try (exchange) {
            var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
