package eu.lethe.contracts.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * Understands that something happened. Its fields are ids, times, organisational codes and sealed values, nothing else;
 * a build rule keeps it so.
 */
public interface DomainEvent {

    /**
     * The person, file or erasure that the event is about: {@code ce_subject}, and the message key, so that the events of
     * one subject stay in order.
     */
    @JsonIgnore
    UUID subject();

    /** The event as others than the service that stores it are told of it, of the same class; mostly as it is. */
    default DomainEvent published() {
        return this;
    }
}
