package eu.lethe.platform.eventstore;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.Revision;
import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Understands one step of {@link Upcasting} as Axon takes it. */
final class UpcastEvents extends SingleEventUpcaster {

    private static final JsonMapper JSON = EventJson.mapper();

    private final Upcasting step;

    private UpcastEvents(Upcasting step) {
        this.step = step;
    }

    /** All steps, earlier revisions first. */
    static EventUpcasterChain through(List<Upcasting> steps) {
        return new EventUpcasterChain(steps.stream()
                .sorted(Comparator.comparingInt(Upcasting::from))
                .map(UpcastEvents::new)
                .toList());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().getName().equals(step.type())
                && revision(stored.getType().getRevision()) == step.from();
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcastPayload(
                new SimpleSerializedType(step.type(), String.valueOf(step.from() + 1)),
                byte[].class,
                json -> JSON.writeValueAsBytes(step.change().apply((ObjectNode) JSON.readTree(json))));
    }

    private static int revision(@org.jspecify.annotations.Nullable String stored) {
        return stored == null ? Revision.FIRST : Integer.parseInt(stored);
    }
}
