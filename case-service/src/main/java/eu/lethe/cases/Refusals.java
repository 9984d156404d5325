package eu.lethe.cases;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands how to say that a person's data cannot be read any more, or for now. */
public final class Refusals {

    private Refusals() {}

    /** 410: the keys are gone. The certificate is named once it is issued. */
    public static Problem erased(UUID erasureId, LocalDate erasedOn, @Nullable UUID certificateId) {
        var erased = Problem.of(HttpStatus.GONE, "erased")
                .with("erasureId", erasureId)
                .with("erasedOn", erasedOn);
        return certificateId == null ? erased : erased.with("certificateId", certificateId);
    }

    /** 423: an erasure is in its grace period, which ends on the day named. */
    public static Problem suspended(Instant graceEndsAt, BusinessClock clock) {
        return Problem.of(HttpStatus.LOCKED, "suspended")
                .with("until", graceEndsAt.atZone(clock.zone()).toLocalDate());
    }
}
