package eu.lethe.platform.problem;

import java.io.IOException;

/** Understands that a body is not read to its end, and why. */
public final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** For a reason. */
    public BodyRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
