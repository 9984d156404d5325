package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a case file. */
public sealed interface CaseFileEvent extends DomainEvent {

    /** The file. */
    UUID fileId();

    /** The person whose file it is. */
    UUID personId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return fileId();
    }

    /**
     * A unit opened a file for a person.
     *
     * @param referent the worker who answers for the file
     */
    record CaseFileOpened(UUID fileId, UUID personId, String unit, LocalDate openedOn, UUID referent, Instant at)
            implements CaseFileEvent {}

    /**
     * A worker met, called or wrote to the person, and wrote down what was said.
     *
     * @param date the day it took place
     * @param text context {@code <contactId>#text}
     * @param codes problems and interventions other than health; context {@code <contactId>#codes}
     * @param healthCodes those of the {@code health} compartment; context {@code <contactId>#healthCodes}
     * @param mentioned other persons the contact is about
     */
    record ContactRecorded(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String unit,
            LocalDate date,
            Sealed<String> text,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author,
            Instant at)
            implements CaseFileEvent {

        /** Copies the list. */
        public ContactRecorded {
            mentioned = List.copyOf(mentioned);
        }
    }

    /** The person was erased: the file remains as a date and nothing else. */
    record CaseFileErased(UUID fileId, UUID personId, UUID erasureId, LocalDate erasedOn, Instant at)
            implements CaseFileEvent {}
}
