package eu.lethe.cases.casefile;

import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;

/** Understands how to say that nothing is written in a closed file. */
final class ClosedFiles {

    private ClosedFiles() {}

    /** 409: it would have to be reopened first. */
    static Problem refusal(LocalDate closedOn) {
        return Problem.of(HttpStatus.CONFLICT, "closed").with("closedOn", closedOn);
    }
}
