package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands whether the last transfer of a file may still be taken back: by the lead who sent it, for an hour, while nobody
 * there has decided anything about the file. A wrong choice in a list is noticed at once; after that the unit that has the file
 * gives it back.
 *
 * @param leftUnit the unit it left
 * @param referent who answered for it there
 * @param settled whether the other unit has decided about the file since
 */
record Transfer(String leftUnit, @Nullable UUID referent, UUID author, Instant at, boolean settled) {

    private static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(1);

    static Transfer of(CaseFileTransferred transferred, @Nullable UUID referent) {
        return new Transfer(transferred.leavingUnit(), referent, transferred.author(), transferred.at(), false);
    }

    Transfer settle() {
        return new Transfer(leftUnit, referent, author, at, true);
    }

    boolean wasSentBy(UUID lead, String unit) {
        return author.equals(lead) && leftUnit.equals(unit);
    }

    /**
     * Refuses what comes too late.
     *
     * @throws Problem 409 {@code transfer-settled}
     */
    void requireOpen(Instant now) {
        if (settled || now.isAfter(at.plus(TAKEN_BACK_WITHIN))) {
            throw tooLate();
        }
    }

    /** 409: it has gone, or was never sent. */
    static Problem tooLate() {
        return Problem.of(HttpStatus.CONFLICT, "transfer-settled");
    }
}
