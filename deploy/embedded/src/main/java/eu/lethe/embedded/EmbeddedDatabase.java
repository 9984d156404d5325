package eu.lethe.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Understands a PostgreSQL 18 server of our own that keeps what it acknowledged. */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String LOCAL_PASSWORD = "lethe";
    /** For {@code ./lethe bench cost}: counting takes a little time of each statement, so whoever wants it says so. */
    private static final boolean COUNTS_STATEMENTS = "yes".equals(System.getenv("LETHE_COUNT_STATEMENTS"));
    /** Crash recovery after a long day takes its time. */
    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(2);

    /** A server that was killed leaves its builder's lock on the directory behind in this JVM. */
    private static final Map<Path, EmbeddedPostgres> STARTED_HERE = new ConcurrentHashMap<>();

    private final EmbeddedPostgres server;
    private final String password;
    private final @Nullable Path temporary;

    private EmbeddedDatabase(EmbeddedPostgres server, String password, @Nullable Path temporary) {
        this.server = server;
        this.password = password;
        this.temporary = temporary;
    }

    /**
     * Starts a server on a directory that stays, with the services' roles and databases. It outlives this JVM: {@link
     * #close()}, or {@link PostmasterFile} in a later one, ends it.
     *
     * @param data the cluster, made the first time
     * @param binaries where the server's programs are unpacked
     * @param log where the server's output is appended
     */
    public static EmbeddedDatabase persistent(Path data, Path binaries, int port, Path log, String password) {
        try {
            new UnpackedPrograms(binaries).removeHalfUnpacked();
            new ServerRemains(data).clear();
            EmbeddedPostgres.Builder builder = durableServer()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()));
            EmbeddedPostgres earlier = STARTED_HERE.remove(data);
            if (earlier != null) {
                earlier.close();
            }
            EmbeddedPostgres server = new WatchedStart(log).of(builder);
            STARTED_HERE.put(data, server);
            var database = new EmbeddedDatabase(server, password, null);
            createMissing(port, password);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server again on a directory that {@link #persistent} made, and does not wait: it recovers first from whatever
     * ended it, and says in its directory when it is ready.
     *
     * @return its process; empty where its programs are not unpacked, or there are no data yet
     */
    public static Optional<ProcessHandle> resume(Path data, Path binaries, int port, Path log) throws IOException {
        Optional<Path> program = new UnpackedPrograms(binaries).server();
        if (program.isEmpty() || !Files.exists(data.resolve("PG_VERSION"))) {
            return Optional.empty();
        }
        new ServerRemains(data).clear();
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // The server refuses to be root, so it is in a user namespace of its own, as when it was first started.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.get().toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Optional.of(new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start()
                .toHandle());
    }

    /** Starts a server on a free port that goes with this JVM, with the services' roles and no database. */
    public static EmbeddedDatabase temporary() {
        Path directory = TemporaryDirectory.create("postgresql");
        try {
            EmbeddedPostgres server = durableServer()
                    .setPort(FreePort.find())
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(true)
                    .setRegisterShutdownHook(false)
                    .start();
            var database = new EmbeddedDatabase(server, LOCAL_PASSWORD, directory);
            database.createRoles();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The address of a service's own database in a persistent server. */
    public DatabaseAddress address(String service) {
        String role = ServiceDatabases.role(service);
        return new DatabaseAddress(url(role), role, password);
    }

    /** Makes a database owned by the service's role. */
    public DatabaseAddress create(String name, String service) {
        try (Connection superuser = superuser()) {
            new ServiceDatabases(superuser, password).createDatabase(name, service);
            return new DatabaseAddress(url(name), ServiceDatabases.role(service), password);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            if (temporary != null) {
                TemporaryDirectory.remove(temporary);
            }
        }
    }

    /** Makes what a persistent server lacks of the services' roles and databases, as after a first start cut short. */
    public static void createMissing(int port, String password) {
        try (Connection superuser =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port))) {
            var databases = new ServiceDatabases(superuser, password);
            databases.createRoles();
            databases.createDatabases();
        } catch (SQLException e) {
            throw new IllegalStateException("The services' databases could not be made", e);
        }
    }

    private void createRoles() {
        try (Connection superuser = superuser()) {
            new ServiceDatabases(superuser, password).createRoles();
        } catch (SQLException e) {
            throw new IllegalStateException("The services' roles could not be made", e);
        }
    }

    private Connection superuser() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(server.getPort(), database);
    }

    private static EmbeddedPostgres.Builder durableServer() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP_LIMIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setDataDirectoryCustomizer(data -> requirePasswords(data.toPath()));
        settings().forEach(builder::setServerConfig);
        return builder;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // The binaries' wrapper starts the server with fsync off.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "150");
        settings.put("shared_buffers", "64MB");
        settings.put("max_wal_size", "512MB");
        settings.put("jit", "off");
        // A statement's values are nobody's business: what failed is told to who asked, and written down there.
        // Here stays what concerns the server itself, without statements and parameters.
        settings.put("log_min_messages", "log");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_statement", "none");
        settings.put("log_min_duration_statement", "-1");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("log_lock_waits", "off");
        if (COUNTS_STATEMENTS) {
            // their texts, without values; not those that make roles, which hold a password
            settings.put("shared_preload_libraries", "pg_stat_statements");
            settings.put("pg_stat_statements.track_utility", "off");
            settings.put("pg_stat_statements.save", "off");
        }
        return settings;
    }

    /** Only the superuser, who owns the machine's files anyway, comes in without a password. */
    private static void requirePasswords(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all postgres 127.0.0.1/32 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException("pg_hba.conf could not be written", e);
        }
    }
}
