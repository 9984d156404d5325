package eu.lethe.local.stack;

import eu.lethe.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Understands starting PostgreSQL on what an earlier start left behind, whole or not. */
record DatabaseStart(Path repository, StateDirectory state, int port) {

    void run() throws IOException {
        Path log = state.log(Component.POSTGRESQL);
        state.turnOver(log);
        try {
            start(log);
        } catch (UncheckedIOException e) {
            if (wasEverWhole()) {
                throw damaged(log, e);
            }
            // The first start was cut short, so there is nothing in it yet; it is kept all the same.
            Files.move(state.postgresql(), state.root().resolve("postgresql.incomplete-" + System.currentTimeMillis()));
            start(log);
        }
        Files.writeString(marker(), "");
    }

    private void start(Path log) {
        EmbeddedDatabase.persistent(state.postgresql(), binaries(), port, log, Secrets.databasePassword());
    }

    /** The server's programs are a product of the build, not state. */
    private Path binaries() {
        return repository.resolve("deploy/local/target/postgresql");
    }

    private boolean wasEverWhole() throws IOException {
        if (Files.exists(marker()) || !Files.isDirectory(state.postgresql())) {
            return true;
        }
        try (Stream<Path> tables = Files.list(state.postgresql())) {
            return tables.findAny().isEmpty();
        }
    }

    private Path marker() {
        return state.root().resolve("postgresql.whole");
    }

    private StackProblem damaged(Path log, UncheckedIOException e) {
        String reason = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (new LogTail(log).reason().orElse("").contains("No space left")) {
            return new StackProblem(
                    "The disk of %s is full, so PostgreSQL cannot start: free some space and run ./lethe up again."
                            .formatted(state.root()),
                    e);
        }
        return new StackProblem(
                "PostgreSQL does not start on %s (%s): put a backup of that directory back, or run ./lethe reset to begin anew; the log is %s."
                        .formatted(state.postgresql(), reason, log),
                e);
    }
}
