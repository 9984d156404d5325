package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.platform.notebook.NotebookEvent.PageWritten;
import eu.lethe.platform.notebook.NotebookService;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Hears the pages of notebooks.
 *
 * @param then what a test wants done with an event's id and the page
 */
record PagesHeard(String consumer, BiConsumer<UUID, PageWritten> then) implements Subscription {

    @Override
    public Set<String> topics() {
        return Set.of(NotebookService.TOPIC);
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PageWritten.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof PageWritten written) {
            then.accept(event.id(), written);
        }
    }
}
