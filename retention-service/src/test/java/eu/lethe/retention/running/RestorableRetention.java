package eu.lethe.retention.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.embedded.EmbeddedBroker;
import eu.lethe.embedded.EmbeddedDatabase;
import eu.lethe.embedded.FreePort;
import eu.lethe.retention.RetentionService;
import eu.lethe.testkit.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Understands a retention-service with a PostgreSQL, a Kafka and a directory of epoch keys of its own, whose files are
 * copied and put back while nothing runs, as an operator does it.
 */
public final class RestorableRetention implements AutoCloseable {

    /** What can be put back. */
    public enum Part {
        POSTGRESQL,
        KAFKA,
        KEYS
    }

    private static final Identity IDENTITY = Identity.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "test";

    /** Of the store of epoch keys. */
    public static final String EPOCH_PASSWORD = "of the store";

    private final Path root;
    private final int databasePort = FreePort.find();
    private final int brokerPort = FreePort.find();
    private @Nullable EmbeddedDatabase database;
    private @Nullable EmbeddedBroker broker;
    private @Nullable ConfigurableApplicationContext service;

    private RestorableRetention(Path root) {
        this.root = root;
    }

    /** Starts everything anew in a directory. */
    public static RestorableRetention in(Path root) {
        var retention = new RestorableRetention(root);
        retention.start();
        return retention;
    }

    /** Starts what was stopped. */
    public void start() {
        startDatabase();
        startBroker();
        startService();
    }

    /** Starts PostgreSQL alone. */
    public void startDatabase() {
        database = EmbeddedDatabase.persistent(
                live(Part.POSTGRESQL).resolve("data"),
                root.resolve("programs"),
                databasePort,
                root.resolve("postgresql.log"),
                PASSWORD);
    }

    /** Starts Kafka alone. */
    public void startBroker() {
        broker = EmbeddedBroker.persistent(live(Part.KAFKA), brokerPort);
    }

    /**
     * Starts the service alone. Erasures have no grace: their keys are removed once every service has caught up.
     *
     * @param more what is configured besides, or otherwise, as on a command line
     */
    public void startService(String... more) {
        service = new SpringApplicationBuilder(RetentionService.class)
                .run(Stream.concat(
                                configuration()
                                        .filter(usual -> Stream.of(more)
                                                .noneMatch(other -> name(other).equals(name(usual)))),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String name(String option) {
        return option.substring(0, option.indexOf('='));
    }

    private Stream<String> configuration() {
        return Stream.of(
                "--server.port=0",
                "--lethe.local=true",
                "--lethe.service.secret=" + PASSWORD,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/lethe_retention".formatted(databasePort),
                "--spring.datasource.username=lethe_retention",
                "--spring.datasource.password=" + PASSWORD,
                "--spring.datasource.hikari.maximum-pool-size=5",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerPort,
                "--lethe.identity.url=" + IDENTITY.url(),
                "--lethe.retention.epochs.file=" + live(Part.KEYS).resolve("epochs.p12"),
                "--lethe.retention.epochs.password=" + EPOCH_PASSWORD,
                "--lethe.retention.key-remover.password=" + PASSWORD,
                "--lethe.retention.erasure.grace=PT0S",
                "--lethe.retention.erasure.poll-every=PT0.2S");
    }

    /** Stops everything. */
    public void stop() {
        stopService();
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (database != null) {
            database.close();
            database = null;
            // on a busy machine its last checkpoint outlasts the patience of whoever stops it
            var running = live(Part.POSTGRESQL).resolve("data").resolve("postmaster.pid");
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.notExists(running));
        }
    }

    /** Stops the service alone. */
    public void stopService() {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    /** Copies everything, while nothing runs, and goes on. */
    public void backUp(String name) {
        stop();
        keep(name);
        start();
    }

    /** Copies everything; nothing may run. */
    public void keep(String name) {
        for (var part : Part.values()) {
            copy(live(part), kept(name, part));
        }
    }

    /** Puts parts of a copy back; nothing may run. */
    public void restore(String name, Part... parts) {
        for (var part : parts) {
            remove(live(part));
            copy(kept(name, part), live(part));
        }
    }

    /** Forgets a part altogether; nothing may run. */
    public void lose(Part part) {
        remove(live(part));
    }

    /** Where the live files of a part are. */
    public Path live(Part part) {
        return root.resolve("live").resolve(part.name());
    }

    /** Where a copy of them is. */
    public Path kept(String name, Part part) {
        return root.resolve(name).resolve(part.name());
    }

    /** One of the running service's own parts. */
    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    /** The running database, as the service's own role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/lethe_retention".formatted(databasePort), "lethe_retention", PASSWORD);
    }

    /** Somebody who has keys, and is nobody yet. */
    public UUID born() {
        return post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                .idAt("/personIds/0");
    }

    /** GET. */
    public Answer get(Someone caller, String path) {
        return send(caller, "GET", path, null);
    }

    /** POST of JSON. */
    public Answer post(Someone caller, String path, @Nullable Object body) {
        return send(
                caller, "POST", path, body == null ? null : EventJson.mapper().writeValueAsString(body));
    }

    private Answer send(Someone caller, String method, String path, @Nullable String body) {
        var port = running().getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + caller.token(IDENTITY))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private ConfigurableApplicationContext running() {
        var known = service;
        if (known == null) {
            throw new IllegalStateException("the service does not run");
        }
        return known;
    }

    @Override
    public void close() {
        stop();
    }

    private static void copy(Path from, Path to) {
        try (var tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
