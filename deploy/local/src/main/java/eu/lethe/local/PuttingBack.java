package eu.lethe.local;

import eu.lethe.local.stack.LocalStack;
import java.io.PrintStream;

/** Understands {@code ./lethe restore}: the backup is read whole before anything is stopped. */
final class PuttingBack {
    private final LocalStack stack;
    private final PrintStream out;

    PuttingBack(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    boolean carryOut(Command.Restore restore) {
        out.println(stack.wordsOn(restore.directory()));
        if (!restore.confirmed()
                && stack.state().exists()
                && !Agreement.to("Put it in the place of the data in %s?"
                        .formatted(stack.state().root()))) {
            out.println("Nothing was changed.");
            return false;
        }
        stack.restore(restore.directory(), out::println);
        out.println("The backup is put back; ./lethe up starts on it. The keys were left as they are.");
        return true;
    }
}
