package eu.lethe.testkit;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Understands the identity provider, retention-service, and case-service's feed and merges, as far as they are seen over HTTP. */
public final class Neighbours {

    /** What retention-service was told. */
    public record Confirmation(UUID erasureId, String phase) {}

    private final Port port = Port.free();
    private final Identity identity = Identity.on(port);
    private final KeyRing keys = new KeyRing();
    private final List<DomainEvent> history = new CopyOnWriteArrayList<>();
    private final List<Confirmation> confirmations = new CopyOnWriteArrayList<>();
    private final Map<UUID, UUID> merges = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> ends = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> beforeTelling = new AtomicReference<>(() -> {});
    private volatile boolean away;

    private Neighbours() {
        port.answers("/api/cases/feed", this::feed);
        port.answers("/api/cases/merges", this::merges);
        port.answers("/api/retention/leases", () -> away, exchange -> keys.lease(Port.body(exchange)));
        port.answers("/api/retention/reserves", () -> away, this::reserve);
        port.answers("/api/retention/passing-keys", () -> away, this::passing);
        Publishers.answerOn(port, () -> away);
        port.answers("/api/retention/erasures/", () -> away, this::confirmed);
    }

    /** Starts them on a free port. */
    public static Neighbours start() {
        return new Neighbours();
    }

    /** Where they are. */
    public String url() {
        return port.url();
    }

    /** Whose keys there are, and in which state. */
    public KeyRing keys() {
        return keys;
    }

    /** What case-service's feed holds; the pruned are taken out of it. */
    public List<DomainEvent> history() {
        return history;
    }

    /** Lets something happen once, when the feed is asked for next. */
    public void beforeTelling(Runnable deed) {
        beforeTelling.set(deed);
    }

    /** Which records case-service says are of one person: the kept one by the duplicate. */
    public Map<UUID, UUID> merges() {
        return merges;
    }

    /** When the keys end that were made for a time, by their subjects. */
    public Map<UUID, Instant> ends() {
        return ends;
    }

    /** What was confirmed so far. */
    public List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    /** Lets retention-service answer nothing but 503. */
    public void goAway() {
        away = true;
    }

    /** Lets it answer again. */
    public void comeBack() {
        away = false;
    }

    /** A token of a member of staff, or of a service, which has no unit. */
    public String tokenOf(UUID subject, String role, @Nullable String unit) {
        return tokenOf(subject, "Someone", role, unit);
    }

    /** A token of somebody with a name. */
    public String tokenOf(UUID subject, String name, String role, @Nullable String unit) {
        return identity.token(subject.toString(), name, List.of(role), unit);
    }

    /** A worker's token that differs from those the provider issues. */
    public String differentToken(Consumer<JWTClaimsSet.Builder> different) {
        return identity.token(new UUID(0, 7).toString(), "Someone", List.of("worker"), "centre", different);
    }

    private Object reserve(HttpExchange exchange) {
        var count = Port.body(exchange).path("count").asInt();
        return Map.of(
                "personIds",
                IntStream.range(0, count).mapToObj(_ -> keys.person()).toList());
    }

    private Object passing(HttpExchange exchange) {
        var subject = keys.person();
        ends.put(subject, Instant.parse(Port.body(exchange).path("endsAt").asString()));
        return Map.of("subjectId", subject);
    }

    private Object merges(HttpExchange exchange) {
        return Map.of(
                "merges",
                Port.body(exchange)
                        .path("personIds")
                        .valueStream()
                        .map(id -> UUID.fromString(id.asString()))
                        .filter(merges::containsKey)
                        .map(id -> Map.of("duplicateId", id, "personId", merges.get(id)))
                        .toList());
    }

    private Object confirmed(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        confirmations.add(new Confirmation(
                UUID.fromString(path[4]), Port.body(exchange).path("phase").asString()));
        return Map.of();
    }

    private Object feed(HttpExchange exchange) {
        beforeTelling.getAndSet(() -> {}).run();
        var after = Integer.parseInt(exchange.getRequestURI().getQuery().replace("after=", ""));
        exchange.getResponseHeaders().add("Lethe-Next", Integer.toString(Math.min(after + 1, history.size())));
        return after < history.size() ? List.of(cloudEvent(history.get(after))) : List.of();
    }

    private static Map<String, Object> cloudEvent(DomainEvent event) {
        return Map.of(
                "specversion", "1.0",
                "id", UUID.randomUUID().toString(),
                "type", EventTypes.ofLethe().typeOf(event.getClass()),
                "source", "case-service",
                "data", EventJson.mapper().valueToTree(event));
    }
}
