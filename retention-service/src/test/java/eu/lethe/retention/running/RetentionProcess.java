package eu.lethe.retention.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.embedded.DatabaseAddress;
import eu.lethe.embedded.FreePort;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.retention.RetentionService;
import eu.lethe.testkit.Identity;
import eu.lethe.testkit.Port;
import eu.lethe.testkit.Publishers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Understands a retention-service in a process of its own, which can be killed at any moment and started again. */
public final class RetentionProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    private final Identity identity = Identity.start();
    private final Port publishers = Port.free();
    private final Map<String, String> servers = TestInfrastructure.propertiesFor("retention");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path state;
    private final int port;
    private @Nullable Process process;

    /** Starts it, on a database of its own. */
    public RetentionProcess(Path state) {
        this.state = state;
        this.port = FreePort.find();
        Publishers.answerOn(publishers, () -> false);
        start();
    }

    /** Starts it again; returns when it is ready. */
    public void start() {
        start(RetentionService.class);
    }

    /** Starts it by another main class and with options of Java's; returns when it is ready. */
    public void start(Class<?> main, String... options) {
        try {
            var started = new ProcessBuilder(command(main, options))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            state.resolve("log").toFile()))
                    .start();
            process = started;
            var end = System.nanoTime() + TO_START.toNanos();
            while (!isReady()) {
                if (!started.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("it does not start: " + Files.readString(state.resolve("log")));
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

    /** As {@code kill -9} does. */
    public void kill() {
        var running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.onExit().join();
    }

    /** Waits until it ends by itself, and says with which code. */
    public int ended() throws InterruptedException {
        return Objects.requireNonNull(process).waitFor();
    }

    private List<String> command(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port,
                "--lethe.identity.url=" + identity.url(),
                "--lethe.cases.url=" + publishers.url(),
                "--lethe.consents.url=" + publishers.url(),
                "--lethe.clock.file=" + state.resolve("clock"),
                "--lethe.retention.epochs.file=" + state.resolve("keys/epochs.p12"),
                "--lethe.retention.epochs.password=test",
                "--lethe.retention.epochs.destroy-removed-within=PT2S",
                "--lethe.retention.erasure.poll-every=PT0.1S",
                "--lethe.retention.erasure.batch=3",
                "--lethe.retention.erasure.wait-for-services=PT0S",
                "--lethe.retention.key-remover.password=" + servers.get("spring.datasource.password")));
        servers.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private boolean isReady() {
        try {
            return send(null, "GET", "/actuator/health/readiness", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Its database, as its own role. */
    public DatabaseAddress database() {
        return new DatabaseAddress(
                Objects.requireNonNull(servers.get("spring.datasource.url")),
                Objects.requireNonNull(servers.get("spring.datasource.username")),
                Objects.requireNonNull(servers.get("spring.datasource.password")));
    }

    /** Moves the business clock forward. */
    public void passes(String amount) {
        try {
            Files.writeString(
                    state.resolve("clock"), amount + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** GET. */
    public Answer get(Someone caller, String path) {
        return send(caller, "GET", path, null);
    }

    /** POST without a body. */
    public Answer post(Someone caller, String path) {
        return send(caller, "POST", path, null);
    }

    /** POST of JSON. */
    public Answer post(Someone caller, String path, Object body) {
        return send(caller, "POST", path, EventJson.mapper().writeValueAsString(body));
    }

    /**
     * Any request.
     *
     * @throws UncheckedIOException when nobody answers
     */
    private Answer send(@Nullable Someone caller, String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept-Language", Locale.FRENCH.getLanguage())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token(identity));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
        http.close();
    }
}
