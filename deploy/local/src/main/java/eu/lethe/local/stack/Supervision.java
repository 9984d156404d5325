package eu.lethe.local.stack;

import eu.lethe.local.stack.Revivals.Revival;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Understands keeping a stack alive: a part that died or hangs is started again, at once the first time, later and later if it keeps
 * dying; the others go on meanwhile. It ends when the stack is no longer meant to run.
 */
final class Supervision {
    private static final long PAUSE_MILLISECONDS = 300;
    private static final long ASKED_EVERY_SECONDS = 3;

    private final StateDirectory state;
    private final Processes processes;
    private final Readiness readiness;
    private final Progress progress;
    private final Heartbeats heartbeats;
    private final ScheduledExecutorService questions = Executors.newScheduledThreadPool(
            Component.values().length, Thread.ofVirtual().factory());
    private final Map<Component, Attempts> attempts = new EnumMap<>(Component.class);
    private final Map<Component, Revival> told = new EnumMap<>(Component.class);
    /** Where in its log the words of its present life begin. */
    private final Map<Component, Long> from = new EnumMap<>(Component.class);

    Supervision(
            StateDirectory state, Processes processes, Readiness readiness, Heartbeats heartbeats, Progress progress) {
        this.state = state;
        this.processes = processes;
        this.readiness = readiness;
        this.heartbeats = heartbeats;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        for (Component component : Component.values()) {
            var _ = questions.scheduleWithFixedDelay(
                    () -> processes.find(component).ifPresent(process -> heartbeats.ask(component, process.pid())),
                    ASKED_EVERY_SECONDS,
                    ASKED_EVERY_SECONDS,
                    TimeUnit.SECONDS);
        }
        try {
            watch();
        } finally {
            questions.shutdownNow();
        }
    }

    private void watch() throws InterruptedException {
        while (Files.exists(state.wanted()) && !processes.isClosed()) {
            try {
                lookOnce();
            } catch (IOException | RuntimeException e) {
                // A full disk, a program that is being built: the next look may find it mended.
                progress.say("The stack could not be looked after: " + e.getMessage());
                Thread.sleep(PAUSE_MILLISECONDS * 30);
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    private void lookOnce() throws IOException {
        forgetWhatRunsSteadily();
        state.turnOverAppended();
        if (due().isEmpty() && hanging().isEmpty()) {
            return;
        }
        // Whoever has the lock starts or stops the stack, and sees to the dead themselves.
        Optional<StackLock> lock = StackLock.tryToTake(state);
        if (lock.isPresent()) {
            try (StackLock _ = lock.get()) {
                if (Files.exists(state.wanted())) {
                    List<Component> silent = hanging();
                    silent.forEach(this::end);
                    for (Component component : due()) {
                        startAgain(component, silent.contains(component));
                    }
                    Revivals.in(state).write(told);
                }
            }
        }
    }

    private List<Component> due() {
        Instant now = Instant.now();
        return Stream.of(Component.values())
                .filter(it -> processes.find(it).isEmpty())
                .filter(it -> attemptsOf(it).isDue(now))
                .filter(this::hasWhatItNeeds)
                .toList();
    }

    /** Without its database a program would only die again, and wait longer each time. */
    private boolean hasWhatItNeeds(Component component) {
        return switch (component) {
            case POSTGRESQL, KAFKA, IDENTITY -> true;
            case RETENTION, CASE, CONSENT, REPORTING, GATEWAY ->
                processes.find(Component.POSTGRESQL).isPresent() && readiness.of(Component.POSTGRESQL);
        };
    }

    private List<Component> hanging() {
        return Stream.of(Component.values())
                .filter(it -> processes
                        .find(it)
                        .filter(process -> heartbeats.hangs(it, process.pid()))
                        .isPresent())
                .toList();
    }

    /** It hears no request to end. */
    private void end(Component component) {
        processes.find(component).ifPresent(process -> {
            process.destroyForcibly();
            try {
                process.onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException notYet) {
                // the next look finds it gone
            }
        });
    }

    private void startAgain(Component component, boolean wasSilent) {
        Attempts another = attemptsOf(component).another(Instant.now());
        attempts.put(component, another);
        String reason = wasSilent ? "it did not answer any more" : reasonOf(component, another);
        from.put(component, state.log(component).toFile().length());
        try {
            processes.start(component);
            progress.say("%s %s: started again, attempt %d%s"
                    .formatted(
                            component.label(),
                            wasSilent ? "hung" : "died",
                            another.made(),
                            reason.isEmpty() ? "" : " (" + reason + ")"));
        } catch (IOException | RuntimeException e) {
            reason = String.valueOf(e.getMessage());
            progress.say("%s died and could not be started, attempt %d (%s)"
                    .formatted(component.label(), another.made(), reason));
        }
        told.put(component, new Revival(another.made(), another.next(), reason));
    }

    /** Who ran well until now was killed and says nothing; who dies soon after its start says why. */
    private String reasonOf(Component component, Attempts another) {
        return another.made() == 1
                ? ""
                : new LogTail(state.log(component), from.getOrDefault(component, 0L))
                        .reason()
                        .orElse("");
    }

    private void forgetWhatRunsSteadily() throws IOException {
        Instant now = Instant.now();
        boolean changed = false;
        for (Component component : Component.values()) {
            if (attemptsOf(component).areForgotten(now)
                    && processes.find(component).isPresent()) {
                attempts.remove(component);
                changed |= told.remove(component) != null;
            }
        }
        if (changed) {
            Revivals.in(state).write(told);
        }
    }

    private Attempts attemptsOf(Component component) {
        return attempts.getOrDefault(component, Attempts.none());
    }
}
