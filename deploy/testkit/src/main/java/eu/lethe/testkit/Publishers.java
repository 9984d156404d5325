package eu.lethe.testkit;

import com.sun.net.httpserver.HttpExchange;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Understands what the neighbours of a service recorded: what a test published in their name, and nothing that it forged. */
public final class Publishers {

    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final Map<UUID, DomainEvent> RECORDED = new ConcurrentHashMap<>();

    private Publishers() {}

    /** It happened there. */
    static void recorded(UUID id, DomainEvent event) {
        RECORDED.put(id, event);
    }

    /** Answers for all services on a port. */
    public static void answerOn(Port port, BooleanSupplier away) {
        Stream.of(EventTypes.CASES, EventTypes.CONSENTS, EventTypes.RETENTION)
                .forEach(domain -> port.answers("/api/" + domain.name() + "/recorded", away, Publishers::answer));
    }

    private static Object answer(HttpExchange exchange) {
        var ids = Port.body(exchange).path("ids").valueStream();
        return Map.of(
                "events",
                ids.map(id -> UUID.fromString(id.asString()))
                        .filter(RECORDED::containsKey)
                        .map(Publishers::cloudEvent)
                        .toList());
    }

    private static Map<String, Object> cloudEvent(UUID id) {
        var event = List.of(RECORDED.get(id)).getFirst();
        return Map.of(
                "id", id.toString(),
                "type", TYPES.typeOf(event.getClass()),
                "data", EventJson.mapper().valueToTree(event));
    }
}
