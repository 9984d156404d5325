package eu.lethe.platform.notebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.Revision;
import eu.lethe.contracts.sealing.Sealed;
import java.util.List;
import java.util.UUID;

/** What happens to a notebook. */
public sealed interface NotebookEvent extends DomainEvent {

    UUID notebookId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return notebookId();
    }

    record NotebookOpened(UUID notebookId) implements NotebookEvent {}

    /** Its page was its number once. */
    @Revision(2)
    record PageWritten(UUID notebookId, int page, List<Sealed<String>> lines) implements NotebookEvent {}

    record NotebookBurnt(UUID notebookId) implements NotebookEvent {}
}
