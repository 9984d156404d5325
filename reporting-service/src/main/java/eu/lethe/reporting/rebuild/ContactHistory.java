package eu.lethe.reporting.rebuild;

import eu.lethe.contracts.events.DomainEvent;
import java.util.function.Consumer;

/**
 * The port to all that is still in case-service's event store about contacts: recorded, coded, corrected, withdrawn, restored, from the
 * first on, without the pruned.
 */
interface ContactHistory {

    /** Hands over each event, in the order in which they were recorded. */
    void forEachEvent(Consumer<DomainEvent> reader);
}
