package eu.lethe.platform.notebook;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.notebook.NotebookEvent.NotebookBurnt;
import eu.lethe.platform.notebook.NotebookEvent.NotebookOpened;
import eu.lethe.platform.notebook.NotebookEvent.PageWritten;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands how many pages a notebook has. */
@EventSourced
public class Notebook {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable UUID id;

    private int pages;
    private boolean burnt;

    Notebook() {}

    @CommandHandler
    Notebook(Open command) {
        AggregateLifecycle.apply(new NotebookOpened(command.notebookId()));
    }

    @CommandHandler
    int on(Write command) {
        AggregateLifecycle.apply(new PageWritten(command.notebookId(), pages + 1, command.lines()));
        return pages;
    }

    @CommandHandler
    void on(Burn command) {
        if (!burnt) {
            AggregateLifecycle.apply(new NotebookBurnt(command.notebookId()));
        }
    }

    int pages() {
        return pages;
    }

    @EventSourcingHandler
    void on(NotebookOpened event) {
        id = event.notebookId();
    }

    @EventSourcingHandler
    void on(PageWritten event) {
        id = event.notebookId();
        pages = event.page();
    }

    @EventSourcingHandler
    void on(NotebookBurnt event) {
        id = event.notebookId();
        burnt = true;
    }

    /** Opens a notebook. */
    public record Open(@TargetAggregateIdentifier UUID notebookId) {}

    /** Writes the next page. */
    public record Write(@TargetAggregateIdentifier UUID notebookId, List<Sealed<String>> lines) {

        /** An empty page. */
        public Write(UUID notebookId) {
            this(notebookId, List.of());
        }
    }

    /** Leaves a tombstone. */
    public record Burn(@TargetAggregateIdentifier UUID notebookId) {}
}
