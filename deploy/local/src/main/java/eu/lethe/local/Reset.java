package eu.lethe.local;

import eu.lethe.local.stack.LocalStack;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Understands {@code ./lethe reset}: whoever sits at a terminal is asked first. */
final class Reset {
    private final LocalStack stack;
    private final PrintStream out;

    Reset(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    boolean carryOut(boolean confirmed) {
        if (!confirmed && stack.state().exists() && !agrees()) {
            out.println("Nothing was changed.");
            return false;
        }
        stack.reset(out::println);
        out.println("All state is gone; ./lethe up begins anew.");
        return true;
    }

    /** A script has nobody to ask. */
    private boolean agrees() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine(
                        "Forget all data in %s? [y/N] ", stack.state().root()))
                .map(answer -> answer.strip().equalsIgnoreCase("y"))
                .orElse(true);
    }
}
