package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * There is child protection in the file: what was coded, or to whom the child was referred, says so. It is kept for longer.
     * Which code or referral that is stays sealed; told again when the day moves.
     *
     * @param majorityOn the day the child comes of age
     */
    record ChildProtectionNoted(UUID fileId, UUID personId, LocalDate majorityOn, Instant at)
            implements CaseFileEvent {}

    /** There is no child protection in the file any more, nor was there: what said so was corrected or taken back. */
    record ChildProtectionRevoked(UUID fileId, UUID personId, Instant at) implements CaseFileEvent {}

    /** The person was erased: the file remains as a date and nothing else. */
    record CaseFileErased(UUID fileId, UUID personId, UUID erasureId, LocalDate erasedOn, Instant at)
            implements CaseFileEvent {}
}
