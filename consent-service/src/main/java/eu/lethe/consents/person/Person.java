package eu.lethe.consents.person;

import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the events said so far about a person whose consents are dealt with.
 *
 * @param unit absent until case-service's event has arrived
 * @param fileId absent while no file was opened
 * @param graceEndsAt set while an erasure is in its grace period
 * @param erasedBy set once the person is erased
 */
public record Person(
        UUID personId,
        @Nullable String unit,
        @Nullable UUID fileId,
        @Nullable Instant graceEndsAt,
        @Nullable UUID erasedBy,
        @Nullable LocalDate erasedOn,
        @Nullable UUID certificateId) {

    static Person unknown(UUID personId) {
        return new Person(personId, null, null, null, null, null, null);
    }

    /** Whether case-service's event about the person has arrived. */
    public boolean isKnown() {
        return unit != null;
    }

    /** Whether nothing is left of the person but a date. */
    public boolean isErased() {
        return erasedOn != null;
    }

    boolean isGone() {
        return isErased() || graceEndsAt != null;
    }

    boolean belongsTo(@Nullable String callersUnit) {
        return unit != null && unit.equals(callersUnit);
    }

    /**
     * Guards that nobody reads, or writes, about a person who is being forgotten.
     *
     * @throws Problem 410 once erased, 423 in the grace period
     */
    public void mustBeReadable(BusinessClock clock) {
        if (erasedBy != null && erasedOn != null) {
            throw Refusals.erased(erasedBy, erasedOn, certificateId);
        }
        if (graceEndsAt != null) {
            throw Refusals.suspended(graceEndsAt, clock);
        }
    }
}
