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
     * @param circumstances where or how; context {@code <contactId>#circumstances}
     * @param filedBy who put it into this file, when it had been filed under the wrong person
     * @param wordedAt when it was worded so, if that was before {@code at}: the contact was moved here and is told again
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
            @Nullable Sealed<Circumstances> circumstances,
            @Nullable UUID filedBy,
            @Nullable Instant wordedAt,
            UUID author,
            Instant at)
            implements CaseFileEvent {

        /** Copies the list. */
        public ContactRecorded {
            mentioned = List.copyOf(mentioned);
        }

        /** When it was worded so, in whichever file it was then. */
        public Instant writtenAt() {
            return wordedAt == null ? at : wordedAt;
        }
    }

    /** Another worker answers for the file. */
    record CaseFileAssigned(UUID fileId, UUID personId, UUID referent, UUID author, Instant at)
            implements CaseFileEvent {}

    /**
     * The file went to another unit. The keys stay; the right to read moves.
     *
     * @param unit the new one
     * @param leavingUnit the one it was with
     * @param referent who answers for it there; absent until one is assigned
     */
    record CaseFileTransferred(
            UUID fileId,
            UUID personId,
            String unit,
            String leavingUnit,
            @Nullable UUID referent,
            UUID author,
            Instant at)
            implements CaseFileEvent {}

    /**
     * The support ended. The file stays readable until it falls due.
     *
     * @param reason {@code goals-reached}, {@code moved-away}, {@code on-request}, {@code no-contact}, {@code died} or
     *     {@code other}
     */
    record CaseFileClosed(UUID fileId, UUID personId, String reason, LocalDate closedOn, UUID author, Instant at)
            implements CaseFileEvent {}

    /** The support goes on. */
    record CaseFileReopened(UUID fileId, UUID personId, LocalDate reopenedOn, UUID author, Instant at)
            implements CaseFileEvent {}

    /** The person was erased: the file remains as a date and nothing else. */
    record CaseFileErased(UUID fileId, UUID personId, UUID erasureId, LocalDate erasedOn, Instant at)
            implements CaseFileEvent {}
}
