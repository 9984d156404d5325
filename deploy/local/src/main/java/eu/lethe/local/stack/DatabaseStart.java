package eu.lethe.local.stack;

import eu.lethe.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands starting PostgreSQL on what an earlier start left behind, whole or not. */
record DatabaseStart(Path repository, StateDirectory state, int port) {
    /** What PostgreSQL says of a directory that no waiting mends. */
    private static final Pattern LOST = Pattern.compile(
            "pg_control|valid checkpoint|is not a valid data directory|incompatible with (?:the )?server"
                    + "|incorrect checksum|PG_VERSION|invalid data in file");

    /**
     * Starts the server.
     *
     * @return its process where it still recovers; empty where it is ready
     */
    Optional<ProcessHandle> run() throws IOException {
        Path log = state.log(Component.POSTGRESQL);
        state.turnOver(log);
        if (wasEverWhole()) {
            Optional<ProcessHandle> resumed = EmbeddedDatabase.resume(state.postgresql(), binaries(), port, log);
            if (resumed.isPresent()) {
                return resumed;
            }
        }
        startAndWait(log);
        markWhole();
        return Optional.empty();
    }

    /** Remembers that the server was ready once: from then on its directory holds data, and is never put aside. */
    void markWhole() throws IOException {
        if (!wasEverWhole()) {
            Files.writeString(state.postgresqlIsWhole(), "");
        }
    }

    /** Whether PostgreSQL itself says that the directory is damaged, and not only that something stood in its way. */
    static boolean isLoss(String reason) {
        return LOST.matcher(reason).find();
    }

    private void startAndWait(Path log) throws IOException {
        try {
            start(log);
        } catch (UncheckedIOException e) {
            if (wasEverWhole() || isNew()) {
                throw new IOException(
                        String.valueOf(
                                e.getCause() == null
                                        ? e.getMessage()
                                        : e.getCause().getMessage()),
                        e);
            }
            // The first start was cut short, so there is nothing in it yet; it is kept all the same.
            Files.move(state.postgresql(), state.root().resolve("postgresql.incomplete-" + System.currentTimeMillis()));
            start(log);
        }
    }

    private void start(Path log) throws IOException {
        try {
            EmbeddedDatabase.persistent(state.postgresql(), binaries(), port, log, Secrets.databasePassword());
        } catch (IllegalStateException endedMeanwhile) {
            throw new IOException(String.valueOf(endedMeanwhile.getMessage()), endedMeanwhile);
        }
    }

    /** The server's programs are a product of the build, not state. */
    private Path binaries() {
        return repository.resolve("deploy/local/target/postgresql");
    }

    private boolean wasEverWhole() {
        return Files.exists(state.postgresqlIsWhole());
    }

    private boolean isNew() throws IOException {
        if (!Files.isDirectory(state.postgresql())) {
            return true;
        }
        try (Stream<Path> tables = Files.list(state.postgresql())) {
            return tables.findAny().isEmpty();
        }
    }
}
