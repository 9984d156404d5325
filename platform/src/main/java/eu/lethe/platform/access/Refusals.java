package eu.lethe.platform.access;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands how to tell somebody that a person's data is not theirs to read, or nobody's: for now, or for good. */
public final class Refusals {

    private Refusals() {}

    /** This very worker may not; there is no way round it but to ask. */
    public static Problem excluded(Staff ask) {
        return Problem.of(HttpStatus.FORBIDDEN, "excluded").with("ask", ask);
    }

    /** Only some may; others ask, or open the file exceptionally where the restriction lets them. */
    public static Problem restricted(Staff ask, boolean exceptionalAccess, @Nullable UUID fileId) {
        return withFile(
                Problem.of(HttpStatus.FORBIDDEN, "restricted")
                        .with("ask", ask)
                        .with("exceptionalAccess", exceptionalAccess && fileId != null),
                fileId);
    }

    /** It is another unit's. */
    public static Problem otherUnit(@Nullable Staff referent, boolean exceptionalAccess, @Nullable UUID fileId) {
        var refusal = Problem.of(HttpStatus.FORBIDDEN, "other-unit")
                .with("exceptionalAccess", exceptionalAccess && fileId != null);
        return withFile(referent == null ? refusal : refusal.with("referent", referent), fileId);
    }

    /** The record is read through another one of the same person, which is named. */
    public static Problem merged(UUID personId, @Nullable UUID fileId) {
        return withFile(Problem.of(HttpStatus.CONFLICT, "merged").with("personId", personId), fileId);
    }

    /** The keys are gone. The certificate is named once it is issued. */
    public static Problem erased(UUID erasureId, LocalDate erasedOn, @Nullable UUID certificateId) {
        var erased = Problem.of(HttpStatus.GONE, "erased")
                .with("erasureId", erasureId)
                .with("erasedOn", erasedOn);
        return certificateId == null ? erased : erased.with("certificateId", certificateId);
    }

    /** An erasure is in its grace period, which ends on the day named. */
    public static Problem suspended(Instant graceEndsAt, BusinessClock clock) {
        return Problem.of(HttpStatus.LOCKED, "suspended").with("until", clock.dayOf(graceEndsAt));
    }

    private static Problem withFile(Problem refusal, @Nullable UUID fileId) {
        return fileId == null ? refusal : refusal.with("fileId", fileId);
    }
}
