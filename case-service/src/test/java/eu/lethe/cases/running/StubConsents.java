package eu.lethe.cases.running;

import com.sun.net.httpserver.HttpExchange;
import eu.lethe.testkit.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What case-service sees of consent-service: who consented to sharing with partners, as a test fake. */
public final class StubConsents {

    private final Map<UUID, UUID> consents = new ConcurrentHashMap<>();
    private final Set<String> partners = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Port port = Port.free();
    private volatile boolean away;

    /** Starts it. */
    public StubConsents() {
        port.answers("/api/consents/coverage", () -> away, this::coverage);
        port.answers("/api/consents", () -> away, this::consents);
    }

    /** Where it listens. */
    public String url() {
        return port.url();
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

    /** The partners by whose name it was asked what is covered. */
    public Set<String> partners() {
        return Set.copyOf(partners);
    }

    /** The bearer tokens that asked for a person's consents. */
    public Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    private Object coverage(HttpExchange exchange) {
        var asked = Port.body(exchange);
        partners.add(asked.path("partner").asString(""));
        var consent = consents.get(UUID.fromString(asked.get("personId").asString()));
        var health = asked.get("compartments")
                .valueStream()
                .anyMatch(one -> one.asString().equals("health"));
        return consent == null || health
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
                        List.of());
    }

    private Object consents(HttpExchange exchange) {
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var person = UUID.fromString(exchange.getRequestURI().getQuery().substring("personId=".length()));
        var consent = consents.get(person);
        return Map.of(
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
                                "note",
                                "Canari-note",
                                "grantedOn",
                                "2026-03-02")));
    }
}
