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
import java.util.Optional;
import java.util.stream.Stream;

/** Understands the order in which a stack comes to life: whatever already runs is left alone. */
final class Startup {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path repository;
    private final StateDirectory state;
    private final Ports ports;
    private final Processes processes;
    private final Readiness readiness;
    private final Progress progress;

    Startup(
            Path repository,
            StateDirectory state,
            Ports ports,
            Processes processes,
            Readiness readiness,
            Progress progress) {
        this.repository = repository;
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
        missing.forEach(ports::requireFree);

        List<Component> foundation = List.of(Component.POSTGRESQL, Component.KAFKA, Component.IDENTITY);
        trainAll(missing.stream().filter(foundation::contains).toList());
        startAll(foundation, missing);

        List<Component> rest = Stream.of(Component.values())
                .filter(it -> !foundation.contains(it))
                .toList();
        trainAll(missing.stream().filter(rest::contains).toList());
        startAll(rest, missing);
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

    private void startAll(List<Component> components, List<Component> missing) throws IOException {
        Instant start = Instant.now();
        Together.all().run(components, component -> {
            if (component == Component.POSTGRESQL) {
                startDatabase(missing.contains(component));
            } else if (missing.contains(component)) {
                processes.start(component);
            }
            awaitReady(component, start);
        });
    }

    private void startDatabase(boolean missing) throws IOException {
        if (missing) {
            new DatabaseStart(repository, state, ports.of(Component.POSTGRESQL)).run();
        } else {
            EmbeddedDatabase.createMissing(ports.of(Component.POSTGRESQL), Secrets.databasePassword());
        }
    }

    private void awaitReady(Component component, Instant start) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!readiness.of(component)) {
            Optional<ProcessHandle> process = processes.find(component);
            if (process.isEmpty()) {
                throw ended(component);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackProblem("%s did not get ready within %d minutes: ./lethe logs %1$s tells why."
                        .formatted(component.label(), PATIENCE.toMinutes()));
            }
            Thread.sleep(200);
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        progress.say(String.format(Locale.ROOT, "  %-18s ready after %4.1f s", component.label(), seconds));
    }

    private StackProblem ended(Component component) {
        Path log = state.log(component);
        String reason = new LogTail(log).reason().orElse("it gave no reason");
        if (reason.contains("No space left")) {
            return new StackProblem("The disk of %s is full, so %s ended: free some space and run ./lethe up again."
                    .formatted(state.root(), component.label()));
        }
        return new StackProblem("%s ended while it was starting (%s): its log is %s; ./lethe up tries again."
                .formatted(component.label(), reason, log));
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
                throw new StackProblem("%s is damaged: put a backup of %s back, or run ./lethe reset to begin anew."
                        .formatted(properties, directory));
            }
        }
    }

    private static String names(List<Component> components) {
        return String.join(", ", components.stream().map(Component::label).toList());
    }
}
