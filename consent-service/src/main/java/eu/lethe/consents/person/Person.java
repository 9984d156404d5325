package eu.lethe.consents.person;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands who may deal with a person's consents now. The guards read what the events said so far.
 *
 * @param unit absent until case-service's event has arrived
 * @param graceEndsAt set while an erasure is in its grace period
 * @param erasedBy set once the person is erased
 */
public record Person(
        UUID personId,
        @Nullable String unit,
        @Nullable Instant graceEndsAt,
        @Nullable UUID erasedBy,
        @Nullable LocalDate erasedOn,
        @Nullable UUID certificateId) {

    static Person unknown(UUID personId) {
        return new Person(personId, null, null, null, null, null);
    }

    /** Whether case-service's event about the person has arrived. */
    public boolean isKnown() {
        return unit != null;
    }

    /**
     * Guards the border between units. A person registered a moment ago has no unit here yet, and is let through.
     *
     * @throws Problem 403 for staff of another unit
     */
    public void mustBelongToUnitOf(Caller caller) {
        if (unit != null) {
            caller.requireAssignedTo(unit);
        }
    }

    /**
     * Guards that nobody reads, or writes, about a person who is being forgotten.
     *
     * @throws Problem 410 once erased, 423 in the grace period
     */
    public void mustBeReadable() {
        if (erasedBy != null && erasedOn != null) {
            var erased = Problem.of(HttpStatus.GONE, "erased")
                    .with("erasureId", erasedBy)
                    .with("erasedOn", erasedOn);
            throw certificateId == null ? erased : erased.with("certificateId", certificateId);
        }
        if (graceEndsAt != null) {
            throw Problem.of(HttpStatus.LOCKED, "suspended").with("until", graceEndsAt);
        }
    }
}
