package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Path;

/** Understands what a failure to read or write the state means to its owner. */
final class DiskProblem {
    private DiskProblem() {}

    static StackProblem explain(StateDirectory state, IOException e) {
        return explain(state.root(), e);
    }

    /** The same of another directory. */
    static StackProblem explain(Path directory, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) {
            return new StackProblem("The disk of %s is full: free some space and try again.".formatted(directory), e);
        }
        return new StackProblem(
                "%s could not be read or written (%s): check its permissions and the disk, then try again."
                        .formatted(directory, message),
                e);
    }
}
