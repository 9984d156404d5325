package eu.lethe.cases.reading;

import eu.lethe.cases.Staff;
import eu.lethe.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands how to tell somebody that they may not read about a person, and whom they can turn to. */
final class ReadingRefusals {

    private ReadingRefusals() {}

    /** This very worker may not; there is no way round it but to ask. */
    static Problem excluded(Staff ask) {
        return Problem.of(HttpStatus.FORBIDDEN, "excluded").with("ask", ask);
    }

    /** Only some may; others ask, or open the file exceptionally where the restriction lets them. */
    static Problem restricted(Staff ask, boolean exceptionalAccess, @Nullable UUID fileId) {
        return withFile(
                Problem.of(HttpStatus.FORBIDDEN, "restricted")
                        .with("ask", ask)
                        .with("exceptionalAccess", exceptionalAccess && fileId != null),
                fileId);
    }

    /** It is another unit's. */
    static Problem otherUnit(@Nullable Staff referent, boolean exceptionalAccess, @Nullable UUID fileId) {
        var refusal = Problem.of(HttpStatus.FORBIDDEN, "other-unit")
                .with("exceptionalAccess", exceptionalAccess && fileId != null);
        return withFile(referent == null ? refusal : refusal.with("referent", referent), fileId);
    }

    private static Problem withFile(Problem refusal, @Nullable UUID fileId) {
        return fileId == null ? refusal : refusal.with("fileId", fileId);
    }
}
