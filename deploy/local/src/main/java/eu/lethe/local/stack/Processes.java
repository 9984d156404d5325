package eu.lethe.local.stack;

import eu.lethe.embedded.EndedProcess;
import eu.lethe.embedded.PostmasterFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands the processes of one stack: which run, how one is started, and how it is ended. */
final class Processes {
    private static final Duration POLITENESS = Duration.ofSeconds(20);

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
        Optional<ProcessHandle> started = pidFile(component).find();
        return component == Component.POSTGRESQL
                ? new PostmasterFile(state.postgresql()).process().or(() -> started)
                : started;
    }

    /** All that runs, each before those it needs: who watches, the services, Kafka, PostgreSQL. */
    List<ProcessHandle> alive() {
        return Stream.of(
                        supervisor().stream(),
                        Component.applications().stream().flatMap(it -> find(it).stream()),
                        find(Component.KAFKA).stream(),
                        find(Component.POSTGRESQL).stream())
                .flatMap(it -> it)
                .toList();
    }

    /** Whether it was started and never stopped in order: whatever ended it may still be ending it. */
    boolean diedHere(Component component) {
        return find(component).isEmpty()
                && (pidFile(component).exists()
                        || (component == Component.POSTGRESQL
                                && Files.exists(state.postgresql().resolve("postmaster.pid"))));
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

    /** Starts a component that does not run, and does not wait until it is ready. */
    synchronized void start(Component component) throws IOException {
        if (closed) {
            throw new StackProblem("The stack is being stopped.");
        }
        if (component == Component.POSTGRESQL) {
            startDatabase();
        } else {
            startProgram(component);
        }
    }

    /** Remembers that PostgreSQL holds data from now on. */
    void databaseIsWhole() throws IOException {
        databaseStart().markWhole();
    }

    private DatabaseStart databaseStart() {
        return new DatabaseStart(repository, state, ports.of(Component.POSTGRESQL));
    }

    private void startDatabase() throws IOException {
        Optional<ProcessHandle> recovering = databaseStart().run();
        if (recovering.isPresent()) {
            pidFile(Component.POSTGRESQL).remember(recovering.get());
        }
    }

    private void startProgram(Component component) throws IOException {
        Optional<ProcessHandle> stray = stray(component);
        if (stray.isPresent()) {
            pidFile(component).remember(stray.get());
            return;
        }
        Path log = state.log(component);
        state.turnOver(log);
        Files.deleteIfExists(Readiness.readyFile(state, component));
        ProcessBuilder builder = new ProcessBuilder(layout(component).command(systemProperties(), arguments(component)))
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        builder.environment().putAll(new RotatingLog(log).environment());
        pidFile(component).remember(builder.start().toHandle());
    }

    /** A process that a launcher started and was killed before it could remember it. */
    private Optional<ProcessHandle> stray(Component component) throws IOException {
        String ours = "-Djava.io.tmpdir=" + state.temporary() + " ";
        String program = String.join(" ", layout(component).program());
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains(ours) && command.contains(program))
                        .filter(command -> !command.contains("-XX:AOTCacheOutput"))
                        .isPresent())
                .filter(process -> !EndedProcess.is(process))
                .findFirst();
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

    private static boolean isGone(ProcessHandle process) {
        Instant deadline = Instant.now().plus(POLITENESS);
        while (!EndedProcess.is(process)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return EndedProcess.is(process);
            }
        }
        return true;
    }

    /** The process that watches over the others. */
    Optional<ProcessHandle> supervisor() {
        return supervisorFile().find();
    }

    /** Starts the process that watches over the others, unless it runs; it lives on when this one ends. */
    synchronized void startSupervisor() throws IOException {
        if (closed || supervisor().isPresent()) {
            return;
        }
        Path log = state.supervisorLog();
        state.turnOver(log);
        ExtractedApplication program = ExtractedApplication.of(Application.supervisor(), repository);
        ProcessBuilder builder = new ProcessBuilder(program.command(
                        systemProperties(),
                        List.of(repository.toString(), state.root().toString())))
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        supervisorFile().remember(builder.start().toHandle());
    }

    /** Ends the watch, so that what is stopped stays stopped; returns when nothing is started any more. */
    void stopSupervisor() throws IOException {
        Optional<ProcessHandle> running = supervisor();
        if (running.isPresent()) {
            running.get().destroy();
            if (!isGone(running.get())) {
                running.get().destroyForcibly();
                isGone(running.get());
            }
        }
        supervisorFile().forget();
    }

    private RunningProcess supervisorFile() {
        return new RunningProcess(state.run().resolve("supervisor.pid"));
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
