package eu.lethe.platform.eventstore;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Understands stored events: their JSON, under the name they have on the wire, whatever class stands for it today. */
final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    EventSerializer(Builder builder, EventTypes types) {
        super(builder);
        this.types = types;
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return types.classOf(stored.getName()).map(Class::getName).orElse(stored.getName());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares the method
    public SerializedType typeForClass(Class type) {
        var named = super.typeForClass(type);
        Class<?> inMemory = type;
        return inMemory != null && DomainEvent.class.isAssignableFrom(inMemory)
                ? new SimpleSerializedType(types.typeOf(inMemory.asSubclass(DomainEvent.class)), named.getRevision())
                : named;
    }
}
