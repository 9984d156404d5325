package eu.lethe.local;

import eu.lethe.local.stack.Component;
import eu.lethe.local.stack.StackProblem;
import eu.lethe.local.stack.StateDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands {@code ./lethe logs}: the end of one log, or a little of each. */
final class Logs {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 15;

    private final StateDirectory state;

    Logs(StateDirectory state) {
        this.state = state;
    }

    int show(Optional<String> name, boolean follow, PrintStream out) {
        List<Path> logs = name.map(this::named).map(List::of).orElseGet(this::all).stream()
                .filter(Files::exists)
                .toList();
        if (logs.isEmpty()) {
            throw new StackProblem("There is no log yet: ./lethe up starts the stack.");
        }
        out.flush();
        List<String> command =
                new ArrayList<>(List.of("tail", "-n", String.valueOf(name.isPresent() ? LINES_OF_ONE : LINES_OF_EACH)));
        if (follow) {
            command.add("-F");
        }
        logs.forEach(it -> command.add(it.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackProblem("The program 'tail' is missing: read the logs in %s.".formatted(state.logs()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private List<Path> all() {
        return Stream.concat(Stream.of(Component.values()).map(state::log), Stream.of(state.supervisorLog()))
                .toList();
    }

    private Path named(String name) {
        if (name.equals("supervisor")) {
            return state.supervisorLog();
        }
        return Component.named(name)
                .map(state::log)
                .orElseThrow(() -> new StackProblem(
                        "There is no service '%s': there are %s, and the supervisor that starts again what dies."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                Arrays.stream(Component.values())
                                                        .map(Component::label)
                                                        .toList()))));
    }
}
