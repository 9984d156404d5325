package eu.lethe.retention.running;

import com.sun.net.httpserver.HttpExchange;
import eu.lethe.testkit.Port;
import eu.lethe.testkit.Publishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What retention-service sees of consent-service: which consents hold at the moment it asks, as a test fake. */
public final class StubConsents {

    private record Consent(
            UUID personId, String purpose, @Nullable String recipient, String compartment) {}

    private final Set<Consent> inForce = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> asked = new ArrayList<>();
    private final Port port = Port.free();
    private volatile boolean away;
    private volatile int slowness;

    StubConsents() {
        Publishers.answerOn(port, () -> false);
        port.answers("/api/consents/coverage/persons", () -> away, this::covered);
    }

    String url() {
        return port.url();
    }

    /** The person agrees that partners know who they are. */
    public void grant(UUID personId) {
        grant(personId, "partner-referral", "partners", "identity");
    }

    /** The person agrees to something. */
    public void grant(UUID personId, String purpose, @Nullable String recipient, String compartment) {
        inForce.add(new Consent(personId, purpose, recipient, compartment));
    }

    /** The person takes everything back. */
    public void withdraw(UUID personId) {
        inForce.removeIf(consent -> consent.personId().equals(personId));
    }

    /** Answers 503. */
    public void goAway() {
        away = true;
    }

    /** Answers, but not soon. */
    public void takeSeconds(int seconds) {
        slowness = seconds;
    }

    /** Answers again, at once. */
    public void comeBack() {
        away = false;
        slowness = 0;
    }

    /** How often it was asked about a person. */
    public synchronized long questionsAbout(UUID personId) {
        return asked.stream()
                .filter(question -> question.toString().contains(personId.toString()))
                .count();
    }

    private Object covered(HttpExchange exchange) {
        var question = Port.body(exchange);
        synchronized (this) {
            asked.add(question);
        }
        var recipient = question.path("recipient").asString("");
        var purposes =
                question.path("purposes").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        var answer = Map.of(
                "covered",
                question.path("persons")
                        .valueStream()
                        .map(person -> Map.of(
                                "personId",
                                person.path("personId").asString(),
                                "compartments",
                                person.path("compartments")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .filter(compartment -> inForce.stream()
                                                .anyMatch(consent -> consent.personId()
                                                                .toString()
                                                                .equals(person.path("personId")
                                                                        .asString())
                                                        && purposes.contains(consent.purpose())
                                                        && recipient.equals(
                                                                consent.recipient() == null ? "" : consent.recipient())
                                                        && consent.compartment().equals(compartment)))
                                        .toList()))
                        .toList());
        LockSupport.parkNanos(slowness * 1_000_000_000L);
        return answer;
    }
}
