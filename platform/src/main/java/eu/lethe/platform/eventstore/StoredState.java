package eu.lethe.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Understands whether an aggregate that this instance keeps is as the events say it is now. Who appends to it need not ask:
 * an append to an old state fails. Who only lets it decide must.
 */
public final class StoredState {

    private final EventStore events;

    /** Of the aggregates whose events lie there. */
    public StoredState(EventStore events) {
        this.events = events;
    }

    /**
     * Gives the aggregate back when nothing was appended to it since it was loaded.
     *
     * @throws ConcurrencyException when another instance did: the command is handled again, on what that one left
     */
    public <T> Aggregate<T> require(Aggregate<T> loaded) {
        var stored = events.lastSequenceNumberFor(loaded.identifierAsString());
        if (stored.isPresent() && loaded.version() != null && stored.get() > loaded.version()) {
            throw new ConcurrencyException("another instance changed the aggregate first");
        }
        return loaded;
    }
}
