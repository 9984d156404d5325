package eu.lethe.local;

import eu.lethe.local.stack.LocalStack;
import java.io.PrintStream;

/** Understands {@code ./lethe reset}: whoever sits at a terminal is asked first. */
final class Reset {
    private final LocalStack stack;
    private final PrintStream out;

    Reset(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    boolean carryOut(boolean confirmed) {
        if (!confirmed
                && stack.state().exists()
                && !Agreement.to(
                        "Forget all data in %s?".formatted(stack.state().root()))) {
            out.println("Nothing was changed.");
            return false;
        }
        stack.reset(out::println);
        out.println("All state is gone; ./lethe up begins anew.");
        return true;
    }
}
