package eu.lethe.local.stack;

import java.io.IOException;

/** Understands what a failure to read or write the state means to its owner. */
final class DiskProblem {
    private DiskProblem() {}

    static StackProblem explain(StateDirectory state, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) {
            return new StackProblem(
                    "The disk of %s is full: free some space and try again.".formatted(state.root()), e);
        }
        return new StackProblem(
                "%s could not be read or written (%s): check its permissions and the disk, then try again."
                        .formatted(state.root(), message),
                e);
    }
}
