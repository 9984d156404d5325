package eu.lethe.local.stack;

import eu.lethe.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Understands the order in which a stack comes to life: whatever already runs is left alone. */
final class Startup {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 6;

    private final StateDirectory state;
    private final Ports ports;
    private final Processes processes;
    private final Readiness readiness;
    private final Progress progress;

    Startup(StateDirectory state, Ports ports, Processes processes, Readiness readiness, Progress progress) {
        this.state = state;
        this.ports = ports;
        this.processes = processes;
        this.readiness = readiness;
        this.progress = progress;
    }

    void run() throws IOException {
        new BusinessClockFile(state.clock()).amounts();
        requireReadableKafka();
        List<Component> missing =
                Stream.of(Component.values()).filter(this::isMissing).toList();
        requireFreePorts(missing);

        List<Component> foundation = List.of(Component.POSTGRESQL, Component.KAFKA, Component.IDENTITY);
        trainAll(missing.stream().filter(foundation::contains).toList());
        startAll(foundation);
        CarriedLedger.in(state).tell(new StackAddresses(ports).bootstrapServers(), progress);

        List<Component> rest = Stream.of(Component.values())
                .filter(it -> !foundation.contains(it))
                .toList();
        trainAll(missing.stream().filter(rest::contains).toList());
        startAll(rest);
    }

    private boolean isMissing(Component component) {
        return processes.find(component).isEmpty();
    }

    /** The first time, and whenever a program changed, each learns its classes; later starts are quick. */
    private void trainAll(List<Component> components) throws IOException {
        List<Component> untrained = components.stream()
                .filter(it -> it != Component.POSTGRESQL)
                .filter(this::needsTraining)
                .toList();
        if (!untrained.isEmpty()) {
            progress.say("Preparing quick starts of " + names(untrained) + " (once per build) …");
            Together.atMost(Runtime.getRuntime().availableProcessors()).run(untrained, processes::train);
        }
    }

    private boolean needsTraining(Component component) {
        try {
            return processes.needsTraining(component);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was killed a moment ago may not have let go of the port yet; a stranger's is told at once. */
    private void requireFreePorts(List<Component> missing) {
        for (Component component : missing) {
            ports.awaitFree(component, processes.diedHere(component) ? PORT_PATIENCE : Duration.ZERO);
        }
    }

    private void startAll(List<Component> components) throws IOException {
        Instant start = Instant.now();
        Together.all().run(components, component -> {
            bringUp(component);
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            progress.say(String.format(Locale.ROOT, "  %-18s ready after %4.1f s", component.label(), seconds));
        });
    }

    /** Starts a component, again if it ends: what it needs may be recovering, or what it was before may still be ending. */
    private void bringUp(Component component) throws IOException, InterruptedException {
        Path log = state.log(component);
        Instant deadline = Instant.now().plus(PATIENCE);
        Attempts attempts = Attempts.none();
        long from = Files.exists(log) ? Files.size(log) : 0;
        String refusal = "";
        while (!isUsable(component)) {
            Instant now = Instant.now();
            if (processes.find(component).isEmpty() && attempts.isDue(now)) {
                if (attempts.made() > 0) {
                    String reason = new LogTail(log, from).reason().orElse(refusal);
                    requireHope(component, reason, attempts);
                    progress.say("  %s ended while it was starting (%s): attempt %d"
                            .formatted(component.label(), orSilence(reason), attempts.made() + 1));
                    from = Files.exists(log) ? Files.size(log) : 0;
                }
                attempts = attempts.another(now);
                refusal = start(component);
            }
            if (now.isAfter(deadline)) {
                throw new StackProblem("%s did not get ready within %d minutes: ./lethe logs %1$s tells why."
                        .formatted(component.label(), PATIENCE.toMinutes()));
            }
            Thread.sleep(200);
        }
    }

    /** Returns why it could not be started, empty if it could. */
    private String start(Component component) throws IOException {
        try {
            processes.start(component);
            return "";
        } catch (IOException e) {
            if (component != Component.POSTGRESQL) {
                throw e;
            }
            return String.valueOf(e.getMessage());
        }
    }

    private boolean isUsable(Component component) throws IOException {
        return processes.find(component).isPresent()
                && readiness.of(component)
                && (component != Component.POSTGRESQL || hasItsDatabases());
    }

    /** Whatever interrupted an earlier start, the services find their databases; a server that ends meanwhile has none. */
    private boolean hasItsDatabases() throws IOException {
        try {
            EmbeddedDatabase.createMissing(ports.of(Component.POSTGRESQL), Secrets.databasePassword());
        } catch (IllegalStateException notNow) {
            return false;
        }
        processes.databaseIsWhole();
        return true;
    }

    private void requireHope(Component component, String reason, Attempts attempts) {
        if (reason.contains("No space left")) {
            throw new StackProblem("The disk of %s is full, so %s ended: free some space and run ./lethe up again."
                    .formatted(state.root(), component.label()));
        }
        if (attempts.made() < ATTEMPTS) {
            return;
        }
        if (component == Component.POSTGRESQL && DatabaseStart.isLoss(reason)) {
            throw new StackProblem(
                    "PostgreSQL does not start on %s (%s): put a backup of that directory back, or run ./lethe reset to begin anew; the log is %s."
                            .formatted(state.postgresql(), reason, state.log(component)));
        }
        throw new StackProblem(
                "%s ended %d times while it was starting (%s): the data are untouched, its log is %s; ./lethe up tries again."
                        .formatted(component.label(), attempts.made(), orSilence(reason), state.log(component)));
    }

    private static String orSilence(String reason) {
        return reason.isEmpty() ? "it gave no reason" : reason;
    }

    private void requireReadableKafka() throws IOException {
        Path directory = state.kafka();
        if (!Files.isDirectory(directory)) {
            return;
        }
        Path properties = directory.resolve("meta.properties");
        try (Stream<Path> content = Files.list(directory)) {
            boolean damaged = Files.exists(properties)
                    ? !Files.readString(properties).contains("cluster.id=")
                    : content.anyMatch(it -> it.getFileName().toString().matches("lethe\\..*|__consumer_offsets.*"));
            if (damaged) {
                throw new StackProblem(
                        "%s is damaged: put it back from a backup of %s; the events themselves are in PostgreSQL and untouched."
                                .formatted(properties, directory));
            }
        }
    }

    private static String names(List<Component> components) {
        return String.join(", ", components.stream().map(Component::label).toList());
    }
}
