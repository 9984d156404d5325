package eu.lethe.local.journey;

import eu.lethe.local.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the stack as its user starts it: {@code ./lethe up --detach}, with a state directory and ports of its own,
 * once for all journeys of a process that runs tests, stopped with the JVM.
 */
final class RunningStack {

    private static final Path REPOSITORY = findRepository();
    private static final Path STATE =
            Path.of("target", System.getProperty("lethe.stack", "stack")).toAbsolutePath();

    private static final class Once {
        private static final RunningStack STACK = start();
    }

    /** What a command printed, and how it ended. */
    record Outcome(int exitCode, String output) {}

    private final Map<String, String> environment;

    private RunningStack(Map<String, String> environment) {
        this.environment = environment;
    }

    static RunningStack get() {
        return Once.STACK;
    }

    /** One after the other: the first prepares quick starts for both, and neither takes a port that the other will. */
    private static RunningStack start() {
        try (var channel = FileChannel.open(
                        STATE.resolveSibling("starting.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return startAlone();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same stack: what it starts from now on has these settings, besides those that it always has. */
    RunningStack with(Map<String, String> settings) {
        var more = new HashMap<>(environment);
        more.putAll(settings);
        return new RunningStack(Map.copyOf(more));
    }

    private static RunningStack startAlone() {
        var environment = new HashMap<String, String>();
        environment.put("LETHE_STATE", STATE.toString());
        Ports.free()
                .numbers()
                .forEach((component, port) -> environment.put(component.portVariable(), Integer.toString(port)));
        var stack = new RunningStack(Map.copyOf(environment));
        stack.lethe("down");
        stack.lethe("reset", "--yes");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.lethe("down")));
        var up = stack.lethe("up", "--detach");
        if (up.exitCode() != 0) {
            throw new IllegalStateException("the stack did not start:\n" + up.output());
        }
        return stack;
    }

    /** Runs {@code ./lethe} with the given words; standard error is shown with the test's own output. */
    Outcome lethe(String... words) {
        var command = new ArrayList<String>();
        command.add(REPOSITORY.resolve("lethe").toString());
        command.addAll(List.of(words));
        try {
            var output = Files.createTempFile("lethe", ".out");
            var builder = new ProcessBuilder(command)
                    .directory(REPOSITORY.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("./lethe " + String.join(" ", words) + " did not end");
            }
            var printed = Files.readString(output);
            Files.delete(output);
            return new Outcome(process.exitValue(), printed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Somebody at the gateway, with the token that {@code ./lethe token} prints. */
    Caller as(String account) {
        var token = lethe("token", account);
        if (token.exitCode() != 0) {
            throw new IllegalStateException("no token for " + account + ": " + token.output());
        }
        return new Caller(gateway(), token.output().strip());
    }

    /** Somebody at the gateway without a token. */
    Caller asNobody() {
        return new Caller(gateway(), "");
    }

    /** Kills a component's process, as {@code kill -9} does, and first whoever would start it again: it stays away. */
    void kill(String component) {
        var status = status();
        if (status.has("supervisor")) {
            end(status.path("supervisor").asLong());
        }
        end(pid(status, component));
    }

    /** Kills a component's process, as {@code kill -9} does, under the eyes of the supervisor. */
    void strike(String component) {
        end(pid(status(), component));
    }

    /**
     * Lets a component's process hang: it lives, and does nothing.
     *
     * @return that process, for {@link #thaw}
     */
    ProcessHandle freeze(String component) {
        var process = process(component);
        signal("STOP", process);
        return process;
    }

    /** Lets a process that hangs go on, if it still lives. */
    void thaw(ProcessHandle process) {
        signal("CONT", process);
    }

    /** The process that a component runs in now. */
    ProcessHandle process(String component) {
        return ProcessHandle.of(pid(status(), component)).orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills all that runs, as {@code kill -9} does, the supervisor too. */
    void killEverything() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** What {@code ./lethe status --json} prints. */
    JsonNode status() {
        return JsonMapper.shared().readTree(lethe("status", "--json").output());
    }

    /** Every process of this stack, those that a launcher has just started included. */
    List<ProcessHandle> processes() {
        var port = "LETHE_PORT_GATEWAY=" + port("GATEWAY");
        return ProcessHandle.allProcesses()
                .filter(process -> environmentOf(process).contains(port))
                .filter(process -> !process.equals(ProcessHandle.current()))
                .toList();
    }

    /** Starts {@code ./lethe} with the given words, and does not wait for its end. */
    Process begin(Path output, String... words) {
        var command = new ArrayList<String>();
        command.add(REPOSITORY.resolve("lethe").toString());
        command.addAll(List.of(words));
        try {
            var builder = new ProcessBuilder(command)
                    .directory(REPOSITORY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String environmentOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    private static long pid(JsonNode status, String component) {
        return status.path("components")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(component))
                .mapToLong(one -> one.path("pid").asLong())
                .findFirst()
                .orElseThrow();
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    String gateway() {
        return "http://127.0.0.1:" + port("GATEWAY");
    }

    int port(String name) {
        return Integer.parseInt(Objects.requireNonNull(environment.get("LETHE_PORT_" + name)));
    }

    /** A connection to a service's database, as the service. */
    Connection database(String service) throws SQLException {
        var name = "lethe_" + service;
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + "/" + name, name, "lethe");
    }

    Path state() {
        return STATE;
    }

    Path repository() {
        return REPOSITORY;
    }

    Map<String, String> environment() {
        return environment;
    }

    private static Path findRepository() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("lethe"))) {
            directory = Objects.requireNonNull(directory.getParent(), "./lethe is not above this directory");
        }
        return directory;
    }
}
