package eu.lethe.local.stack;

import eu.lethe.local.stack.Revivals.Revival;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands a whole Lethe on this machine: started, stopped, asked how it is.
 *
 * <p>A test runs one beside any other with {@code LocalStack.at(repository, temporaryDirectory, Ports.free())}.
 */
public final class LocalStack {
    private final StateDirectory state;
    private final Ports ports;
    private final StackAddresses addresses;
    private final HttpClient http;
    private final Readiness readiness;
    private final Processes processes;

    private LocalStack(Path repository, StateDirectory state, Ports ports) {
        this.state = state;
        this.ports = ports;
        this.addresses = new StackAddresses(ports);
        this.http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        this.readiness = new Readiness(state, addresses, http);
        this.processes = new Processes(repository, state, ports);
    }

    /** A stack of the repository's built programs, its state in a directory of its own. */
    public static LocalStack at(Path repository, Path state, Ports ports) {
        return new LocalStack(repository.toAbsolutePath().normalize(), new StateDirectory(state), ports);
    }

    /** The stack that the environment means: where the state lies, and on which ports it was last started. */
    public static LocalStack from(Path repository, Map<String, String> environment) {
        String named = environment.getOrDefault("LETHE_STATE", "");
        var state = new StateDirectory(named.isBlank() ? repository.resolve(".lethe") : Path.of(named));
        return at(repository, state.root(), SavedPorts.in(state).under(environment));
    }

    public StateDirectory state() {
        return state;
    }

    public StackAddresses addresses() {
        return addresses;
    }

    /**
     * Starts whatever does not run, and returns when all is ready.
     *
     * @throws StackProblem when something stands in the way
     */
    public void up(Progress progress) {
        state.prepare();
        try (StackLock _ = StackLock.take(state)) {
            requireWholeState();
            requireSamePorts();
            SavedPorts.in(state).save(ports);
            Files.writeString(state.wanted(), "");
            new Startup(state, ports, processes, readiness, progress).run();
            processes.startSupervisor();
        } catch (IOException e) {
            throw DiskProblem.explain(state, e);
        }
    }

    /** Stops everything, in the reverse order of need. What is acknowledged stays. */
    public void down(Progress progress) {
        if (!state.exists()) {
            return;
        }
        state.prepare();
        processes.close();
        try (StackLock _ = StackLock.take(state)) {
            endTheWatch();
            stopAll(progress);
        } catch (IOException e) {
            throw DiskProblem.explain(state, e);
        }
    }

    /**
     * Copies databases and messages into a new directory, all of one moment, without the keys. What runs stands still meanwhile.
     *
     * @throws StackProblem when there is no copy, and why
     */
    public void backUp(Path directory, Progress progress) {
        if (!state.exists()) {
            throw new StackProblem("There are no data in %s yet: ./lethe up starts a stack.".formatted(state.root()));
        }
        state.prepare();
        try (StackLock _ = StackLock.take(state)) {
            requireWholeState();
            new Backup(directory).take(state, processes.alive(), progress);
        } catch (IOException e) {
            throw DiskProblem.explain(directory, e);
        }
    }

    /**
     * What to know before a backup is put back.
     *
     * @throws StackProblem when it cannot be, and why
     */
    public String wordsOn(Path directory) {
        try {
            var backup = new Backup(directory);
            backup.requireWhole();
            return backup.words(state);
        } catch (IOException e) {
            throw DiskProblem.explain(directory, e);
        }
    }

    /** Stops everything and puts a backup that was found whole in the place of databases and messages; the keys stay as they are. */
    public void restore(Path directory, Progress progress) {
        down(progress);
        state.prepare();
        try (StackLock _ = StackLock.take(state)) {
            new Restore(state).putBack(new Backup(directory), progress);
        } catch (IOException e) {
            throw DiskProblem.explain(state, e);
        }
    }

    private void requireWholeState() {
        if (Files.exists(state.unfinishedRestore())) {
            throw new StackProblem(
                    "A backup was being put back in %s and that was cut short: run the same ./lethe restore again."
                            .formatted(state.root()));
        }
    }

    /** Ends what runs even while {@link #up} is at work in this process; for whoever is interrupted. */
    public void abandon(Progress progress) {
        processes.close();
        try {
            endTheWatch();
            stopAll(progress);
        } catch (IOException e) {
            throw DiskProblem.explain(state, e);
        }
    }

    /** Stops everything and forgets all of it. */
    public void reset(Progress progress) {
        if (state.exists()) {
            down(progress);
            state.delete();
        }
    }

    public StackStatus status() {
        Map<Component, Revival> revivals = Revivals.in(state).read();
        List<ComponentStatus> components = new ArrayList<>();
        for (Component component : Component.values()) {
            components.add(status(component, revivals.get(component)));
        }
        Long supervisor = processes.supervisor().map(ProcessHandle::pid).orElse(null);
        return new StackStatus(addresses.gateway().toString(), components, supervisor);
    }

    /** Watches over the stack until it is no longer meant to run. */
    void supervise(Progress progress) throws InterruptedException {
        // Whoever stops the stack waits for this: what is just being started is remembered first, so that they find it.
        Runtime.getRuntime().addShutdownHook(new Thread(processes::close));
        var pulse = new Pulse(addresses, http, Duration.ofSeconds(10));
        new Supervision(state, processes, readiness, new Heartbeats(pulse::of), progress).run();
    }

    /** Sees to it that somebody watches, as long as the stack is meant to run. */
    public void keepWatched() {
        try {
            if (isWanted() && processes.supervisor().isEmpty()) {
                Optional<StackLock> lock = StackLock.tryToTake(state);
                if (lock.isPresent()) {
                    try (StackLock _ = lock.get()) {
                        if (isWanted()) {
                            processes.startSupervisor();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw DiskProblem.explain(state, e);
        }
    }

    /** Whether the stack was started, and nobody stopped it since. */
    public boolean isWanted() {
        return Files.exists(state.wanted());
    }

    private void endTheWatch() throws IOException {
        Files.deleteIfExists(state.wanted());
        processes.stopSupervisor();
        Files.deleteIfExists(Revivals.in(state).file());
    }

    /** Ends a component as a power cut would; for tests of what then happens. */
    public void kill(Component component) {
        processes.find(component).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** A bearer token of a demo account or of a program. */
    public String token(String name) {
        return new Tokens(http, addresses).of(name);
    }

    /**
     * Moves the business clock forward.
     *
     * @return the new day, once every service sees it
     */
    public LocalDate moveClock(TemporalAmount amount) {
        return new ClockMove(new BusinessClockFile(state.clock()), addresses, http).by(amount);
    }

    /** Whether this object was asked to stop the stack. */
    public boolean isStopping() {
        return processes.isClosed();
    }

    /** The components without a process; quicker to tell than {@link #status()}. */
    public List<Component> stopped() {
        return Stream.of(Component.values())
                .filter(component -> processes.find(component).isEmpty())
                .toList();
    }

    private void stopAll(Progress progress) throws IOException {
        List<Component> applications = Component.applications();
        Together.all().run(applications, processes::stop);
        processes.stop(Component.KAFKA);
        processes.stop(Component.POSTGRESQL);
        state.clearTemporary();
        progress.say("Stopped.");
    }

    private ComponentStatus status(Component component, @Nullable Revival revival) {
        var process = processes.find(component);
        ComponentStatus.State how = process.isEmpty()
                ? ComponentStatus.State.STOPPED
                : readiness.of(component) ? ComponentStatus.State.READY : ComponentStatus.State.STARTING;
        return new ComponentStatus(
                component.label(),
                how,
                process.map(ProcessHandle::pid).orElse(null),
                ports.of(component),
                process.map(ProcessMemory::megabytes).orElse(0L),
                revival == null ? "" : revival.words(how == ComponentStatus.State.READY));
    }

    private void requireSamePorts() {
        Ports saved = SavedPorts.in(state).under(Map.of());
        boolean runs = stopped().size() < Component.values().length
                || processes.supervisor().isPresent();
        if (runs && !saved.equals(ports)) {
            throw new StackProblem("This stack runs on other ports: stop it with ./lethe down before you change them.");
        }
    }
}
