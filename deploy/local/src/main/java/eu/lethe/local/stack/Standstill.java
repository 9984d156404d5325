package eu.lethe.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Understands processes that stand still for a moment, so that whatever they keep on the disk is of that moment. They go on when it
 * is closed, and also when whoever holds them dies: a guard of their own waits for that.
 */
final class Standstill implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Ctrl+C at a terminal reaches the guard too, which has to outlive whoever was interrupted. */
    private static final String GUARD = """
            trap '' INT TERM HUP
            holder=$1; shift
            while kill -0 "$holder" 2>/dev/null; do sleep 0.2; done
            kill -CONT "$@" 2>/dev/null""";

    private final long holder;
    private final List<ProcessHandle> held = new ArrayList<>();
    private final List<Process> guards = new ArrayList<>();

    private Standstill(long holder) {
        this.holder = holder;
    }

    /**
     * Holds some processes and all that they started, each before those it serves.
     *
     * @param roots in the order in which they are held
     */
    static Standstill of(List<ProcessHandle> roots) throws IOException {
        return heldBy(ProcessHandle.current().pid(), roots);
    }

    /** The same for as long as a process lives. */
    static Standstill heldBy(long holder, List<ProcessHandle> roots) throws IOException {
        var standstill = new Standstill(holder);
        try {
            standstill.hold(roots);
            // Who is held starts nobody any more, so that these are all there will be.
            standstill.hold(roots.stream().flatMap(ProcessHandle::descendants).toList());
            return standstill;
        } catch (IOException | RuntimeException failed) {
            standstill.close();
            throw failed;
        }
    }

    private void hold(List<ProcessHandle> processes) throws IOException {
        if (processes.isEmpty()) {
            return;
        }
        guards.add(guard(processes));
        held.addAll(processes);
        for (ProcessHandle process : processes) {
            signal("STOP", List.of(process));
        }
        requireStill(processes);
    }

    private Process guard(List<ProcessHandle> processes) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh", Long.toString(holder)));
        command.addAll(numbers(processes));
        return new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static void requireStill(List<ProcessHandle> processes) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!processes.stream().allMatch(Standstill::isStill)) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackProblem(
                        "A part of the stack could not be held for the copy, so there is none: try again.");
            }
            pause();
        }
    }

    /** All threads of it: the first may be held while another still writes. */
    private static boolean isStill(ProcessHandle process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.allMatch(Standstill::isThreadStill);
        } catch (IOException | UncheckedIOException goneOrNotLinux) {
            return true;
        }
    }

    private static boolean isThreadStill(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            // The state follows the name, which stands in brackets and may hold anything.
            String state = line.substring(line.lastIndexOf(')') + 1).strip();
            return state.startsWith("T") || state.startsWith("t") || state.startsWith("Z") || state.startsWith("X");
        } catch (IOException gone) {
            return true;
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", "kill -" + name + " \"$@\" 2>/dev/null", "sh"));
        command.addAll(numbers(processes));
        try {
            var _ = new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: there is no copy.", e);
        }
    }

    private static List<String> numbers(List<ProcessHandle> processes) {
        return processes.stream().map(process -> Long.toString(process.pid())).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: there is no copy.", e);
        }
    }

    /** Lets them go on, the first that was held last. */
    @Override
    public void close() throws IOException {
        if (!held.isEmpty()) {
            signal("CONT", held.reversed());
        }
        guards.forEach(Process::destroyForcibly);
    }
}
