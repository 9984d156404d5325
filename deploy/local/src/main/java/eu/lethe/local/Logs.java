package eu.lethe.local;

import eu.lethe.local.stack.Component;
import eu.lethe.local.stack.StackProblem;
import eu.lethe.local.stack.StateDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Understands {@code ./lethe logs}: the end of one log, or a little of each. */
final class Logs {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 15;

    private final StateDirectory state;

    Logs(StateDirectory state) {
        this.state = state;
    }

    int show(Optional<String> name, boolean follow, PrintStream out) {
        List<Component> components = name.map(Logs::named).map(List::of).orElse(List.of(Component.values())).stream()
                .filter(it -> Files.exists(state.log(it)))
                .toList();
        if (components.isEmpty()) {
            throw new StackProblem("There is no log yet: ./lethe up starts the stack.");
        }
        out.flush();
        List<String> command =
                new ArrayList<>(List.of("tail", "-n", String.valueOf(name.isPresent() ? LINES_OF_ONE : LINES_OF_EACH)));
        if (follow) {
            command.add("-F");
        }
        components.forEach(it -> command.add(state.log(it).toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackProblem("The program 'tail' is missing: read the logs in %s.".formatted(state.logs()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Component named(String name) {
        return Component.named(name)
                .orElseThrow(() -> new StackProblem("There is no service '%s': there are %s."
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        Arrays.stream(Component.values())
                                                .map(Component::label)
                                                .toList()))));
    }
}
