package eu.lethe.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Understands where the stack that {@code ./lethe up} started is reached: its state directory remembers the ports. */
public final class RunningStack {

    private final Map<String, String> environment;
    private final Path state;
    private final Map<String, String> settings = new HashMap<>();

    /** As the script {@code lethe} says in the environment. */
    public RunningStack(Map<String, String> environment) {
        this.environment = environment;
        this.state = Path.of(environment.getOrDefault("LETHE_STATE", ".lethe"));
        try {
            for (var line : Files.readAllLines(state.resolve("ports"))) {
                var equals = line.indexOf('=');
                settings.put(line.substring(0, equals), line.substring(equals + 1));
            }
        } catch (IOException nothingStarted) {
            throw new NotRunning(nothingStarted);
        }
        settings.putAll(environment);
    }

    /** Somebody at work, by the name of a demo account. */
    public Caller signIn(String account) {
        return Caller.staff(at("LETHE_PORT_GATEWAY"), at("LETHE_PORT_IDENTITY"), account);
    }

    /** An administrator whose answer may take longer than the gateway waits. */
    public Caller administratorAtRetention() {
        return Caller.staff(at("LETHE_PORT_RETENTION"), at("LETHE_PORT_IDENTITY"), "admin");
    }

    /** case-service, as retention-service meets it. */
    public Caller caseServiceAtRetention() {
        return Caller.program(
                at("LETHE_PORT_RETENTION"),
                at("LETHE_PORT_IDENTITY"),
                "case-service",
                environment.getOrDefault("LETHE_SERVICE_SECRET", "lethe-local"));
    }

    /** The database of case-service, for a yardstick beside its tables. */
    public Connection database() {
        return connection("lethe_case", "lethe_case", environment.getOrDefault("LETHE_DB_PASSWORD", "lethe"));
    }

    /** The superuser, who sees what is asked of all databases; on the machine of a local stack they need no password. */
    public Connection superuser() {
        return superuser("postgres");
    }

    /** The superuser, in the database of a service. */
    public Connection superuser(String database) {
        return connection(database, "postgres", "");
    }

    private Connection connection(String database, String role, String password) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%s/%s?reWriteBatchedInserts=true"
                            .formatted(settings.get("LETHE_PORT_POSTGRES"), database),
                    role,
                    password);
        } catch (SQLException away) {
            throw new NotRunning(away);
        }
    }

    /** How its broker is reached. */
    public Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + settings.get("LETHE_PORT_KAFKA"));
    }

    /** Where it remembers what it consists of. */
    public Path state() {
        return state;
    }

    private URI at(String port) {
        return URI.create("http://127.0.0.1:" + settings.get(port));
    }

    /** Nothing to measure. */
    public static final class NotRunning extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        NotRunning(Exception why) {
            super("No stack runs here: start one with ./lethe up.", new IOException(why));
        }
    }
}
