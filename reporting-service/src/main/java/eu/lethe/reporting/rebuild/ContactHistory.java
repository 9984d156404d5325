package eu.lethe.reporting.rebuild;

import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import java.util.function.Consumer;

/** The port to all contacts that are still in case-service's event store, from the first on, without the pruned. */
interface ContactHistory {

    /** Hands over each, in the order in which they were recorded. */
    void forEachContact(Consumer<ContactRecorded> reader);
}
