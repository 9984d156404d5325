package eu.lethe.contracts.events.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.Undisclosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may not be erased for the time being, since a court or a duty needs it (GDPR art. 17(3)(b) and (e)). In order of life. The
 * subject is the hold: it may be about a unit or a rule, and outlives whoever it is about. That a court asks for somebody is
 * nobody's to know who only reads what happens.
 */
public sealed interface HoldEvent extends Undisclosed {

    /** The hold. */
    UUID holdId();

    /** A member of staff. */
    UUID by();

    @Override
    @JsonIgnore
    default UUID subject() {
        return holdId();
    }

    /**
     * Nothing is erased of one person, of one unit's persons, or of what is kept under one rule, until the hold is released. One of
     * the three is set.
     *
     * @param reason {@code litigation}, {@code judicial-inquiry}, {@code rights-request}, {@code inspection} or
     *     {@code other-duty}
     * @param reassessOn the day by which somebody says whether it is still needed; it does not end then
     */
    record HoldPlaced(
            UUID holdId,
            @Nullable UUID personId,
            @Nullable String unit,
            @Nullable String rule,
            String reason,
            LocalDate reassessOn,
            UUID by,
            Instant at)
            implements HoldEvent {}

    /** It is still needed, and is looked at again by another day. */
    record HoldReassessed(UUID holdId, LocalDate reassessOn, UUID by, Instant at) implements HoldEvent {}

    /**
     * It is not needed any more: what is due may be erased again.
     *
     * @param reason {@code matter-closed}, {@code handed-over}, {@code request-answered} or {@code placed-in-error}
     */
    record HoldReleased(UUID holdId, String reason, UUID by, Instant at) implements HoldEvent {}
}
