package eu.lethe.platform.notebook;

import eu.lethe.platform.eventstore.StoredState;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Asks a notebook something, and appends nothing to it. */
public class CountingPages {

    private final Repository<Notebook> notebooks;
    private final StoredState stored;

    CountingPages(Repository<Notebook> notebooks, StoredState stored) {
        this.notebooks = notebooks;
        this.stored = stored;
    }

    @CommandHandler
    int handle(Count command) {
        return stored.require(notebooks.load(command.notebookId().toString())).invoke(Notebook::pages);
    }

    /** How many pages there are. */
    public record Count(UUID notebookId) {}
}
