package eu.lethe.local.stack;

import eu.lethe.embedded.PostmasterFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Understands the processes of one stack: which run, how one is started, and how it is ended. */
final class Processes {
    private static final long POLITE_SECONDS = 20;

    private final Path repository;
    private final StateDirectory state;
    private final Ports ports;
    private volatile boolean closed;

    Processes(Path repository, StateDirectory state, Ports ports) {
        this.repository = repository;
        this.state = state;
        this.ports = ports;
    }

    Optional<ProcessHandle> find(Component component) {
        return component == Component.POSTGRESQL
                ? new PostmasterFile(state.postgresql()).process()
                : pidFile(component).find();
    }

    /** From now on nothing is started any more: the stack is being stopped. */
    synchronized void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    void train(Component component) throws IOException, InterruptedException {
        ExtractedApplication application = layout(component);
        if (!application.isTrained()) {
            Path log = state.logs().resolve("training.log");
            application.train(environment(), systemProperties(), state.root(), log);
        }
    }

    boolean needsTraining(Component component) throws IOException {
        return !layout(component).isTrained();
    }

    /** Starts a Java component; PostgreSQL starts itself. */
    synchronized void start(Component component) throws IOException {
        if (closed) {
            throw new StackProblem("The stack is being stopped.");
        }
        Path log = state.log(component);
        state.turnOver(log);
        Files.deleteIfExists(Readiness.readyFile(state, component));
        ProcessBuilder builder = new ProcessBuilder(layout(component).command(systemProperties(), arguments(component)))
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        pidFile(component).remember(builder.start().toHandle());
    }

    /** Ends a component and returns when it is gone: politely first, by force if that is of no use. */
    void stop(Component component) throws IOException {
        Optional<ProcessHandle> running = find(component);
        if (running.isPresent()) {
            ProcessHandle process = running.get();
            if (component == Component.POSTGRESQL) {
                new PostmasterFile(state.postgresql()).stop();
            } else {
                process.destroy();
            }
            if (!isGone(process)) {
                process.destroyForcibly();
                isGone(process);
            }
        }
        pidFile(component).forget();
    }

    private boolean isGone(ProcessHandle process) {
        try {
            process.onExit().get(POLITE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        }
    }

    private ExtractedApplication layout(Component component) throws IOException {
        return ExtractedApplication.of(Application.of(component), repository);
    }

    private List<String> arguments(Component component) {
        return component == Component.KAFKA
                ? List.of(
                        state.kafka().toString(),
                        String.valueOf(ports.of(component)),
                        Readiness.readyFile(state, component).toString())
                : List.of();
    }

    private List<String> systemProperties() {
        return List.of("-Djava.io.tmpdir=" + state.temporary());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        ports.numbers().forEach((component, port) -> environment.put(component.portVariable(), String.valueOf(port)));
        environment.put("LETHE_STATE", state.root().toString());
        environment.put("LETHE_CLOCK_FILE", state.clock().toString());
        // Whatever is dangerous elsewhere is said here, and nowhere else: public secrets, plain connections.
        environment.put("LETHE_LOCAL", "true");
        environment.put("LETHE_COOKIE_SECURE", "false");
        environment.put("LETHE_KAFKA_SECURITY", "PLAINTEXT");
        environment.put("LETHE_DB_PASSWORD", Secrets.databasePassword());
        environment.put("LETHE_SERVICE_SECRET", Secrets.serviceSecret());
        environment.put("LETHE_EPOCH_PASSWORD", Secrets.epochPassword());
        // Who tries Lethe sees an erasure through to its certificate in a minute, not in a week.
        environment.put("LETHE_RETENTION_DESTROY_WITHIN", "PT30S");
        // No transaction of one machine lasts that long, so pruning need not wait longer.
        environment.put("LETHE_GAP_TIMEOUT", "PT15S");
        environment.put("SPRING_OUTPUT_ANSI_ENABLED", "never");
        // One arena per core would double what glibc holds back.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private RunningProcess pidFile(Component component) {
        return new RunningProcess(state.run().resolve(component.label() + ".pid"));
    }
}
