package eu.lethe.cases.running;

import eu.lethe.cases.CaseService;
import eu.lethe.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Understands a case-service in a process of its own, which can be stopped, let go on, and killed. */
public final class CaseProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    private final Map<String, String> settings;
    private final Path state;
    private final int port = FreePort.find();
    private @Nullable Process process;

    /** Starts it. */
    public CaseProcess(Path state, Map<String, String> settings) {
        this.state = state;
        this.settings = settings;
        start();
    }

    /** Starts it again; returns when it is ready. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CaseService.class.getName(),
                "--server.port=" + port));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        var log = state.resolve("log");
        try {
            var started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            var end = System.nanoTime() + TO_START.toNanos();
            while (!isReady()) {
                if (!started.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("it does not start: " + Files.readString(log));
                }
                Thread.sleep(100);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean isReady() {
        try {
            return RunningCaseService.at(url(), "worker", "centre")
                            .get("/actuator/health/readiness")
                            .status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As a machine does that is put to sleep: nothing of it runs until it is let go on. */
    public void stop() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void goOn() {
        signal("CONT");
    }

    /** As {@code kill -9} does. */
    public void kill() {
        var running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.onExit().join();
    }

    private void signal(String signal) {
        try {
            var pid = Objects.requireNonNull(process).pid();
            var sent = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (sent.waitFor() != 0) {
                throw new IllegalStateException("SIG" + signal + " was not sent");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
