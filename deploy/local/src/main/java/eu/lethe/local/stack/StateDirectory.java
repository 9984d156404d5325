package eu.lethe.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Understands where everything a local stack remembers lies: one directory, nothing beside it. */
public record StateDirectory(Path root) {
    private static final long NEEDED_BYTES = 500L * 1024 * 1024;
    private static final long LARGE_LOG = 20L * 1024 * 1024;

    public StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(Component component) {
        return logs().resolve(component.label() + ".log");
    }

    /** What the supervisor said: which part ended, and that it was started again. */
    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }

    /** Lies there while the stack is meant to run: whoever watches starts nothing again without it. */
    Path wanted() {
        return run().resolve("wanted");
    }

    public Path clock() {
        return root.resolve("clock");
    }

    /** The public key against which certificates are verified. */
    public Path anchor() {
        return root.resolve("anchor.jwk");
    }

    public Path postgresql() {
        return root.resolve("postgresql");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /** How far the demo data were loaded. */
    public Path demoDataJournal() {
        return root.resolve("demo-data.journal");
    }

    /** What is backed up and put back, as far as it is there: the servers' data, and what goes with them. The keys never are. */
    List<FileTree> kept() {
        return Stream.of(postgresql(), postgresqlIsWhole(), kafka(), demoDataJournal())
                .map(FileTree::new)
                .toList();
    }

    /** The epoch keys, and what is kept beside them because no backup may bring back what it was before. */
    Path keys() {
        return root.resolve("keys");
    }

    /** Which epoch keys lie there now, as far as that shows from outside: checksums of their files. */
    String epochKeys() throws IOException {
        var found = new StringJoiner(" ");
        for (String name : List.of("epochs.p12", "epochs-wrapped.json")) {
            Path file = keys().resolve(name);
            found.add(Files.exists(file) ? Checksums.of(file) : "none");
        }
        return found.toString();
    }

    /** Lies there once PostgreSQL's directory holds data. */
    Path postgresqlIsWhole() {
        return root.resolve("postgresql.whole");
    }

    /** Lies there while a backup is put back: what is here is of two moments until that is done. */
    Path unfinishedRestore() {
        return root.resolve("restore-unfinished");
    }

    Path run() {
        return root.resolve("run");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Makes the directories, readable by their owner only, and checks that there is room. */
    void prepare() {
        try {
            for (Path directory : List.of(root, logs(), run(), temporary())) {
                Files.createDirectories(directory);
            }
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StackProblem(
                        "Only %d MB are free on the disk of %s and Lethe needs 500 MB: free some space, or point LETHE_STATE to another disk."
                                .formatted(free / (1024 * 1024), root));
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new StackProblem(
                    "The state directory %s cannot be written: make it writable, or point LETHE_STATE elsewhere."
                            .formatted(root),
                    e);
        }
    }

    /** Removes what killed processes left in the directory for temporary files. */
    void clearTemporary() throws IOException {
        try (Stream<Path> tree = Files.walk(temporary())) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(temporary())) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Puts a log that grew large aside, once. */
    void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** For what appends to its log as long as it lives. */
    void turnOverAppended() throws IOException {
        new AppendedLog(log(Component.POSTGRESQL), LARGE_LOG).turnOver();
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** Deletes all state; refuses a directory that does not look like ours. */
    void delete() {
        if (!exists()) {
            return;
        }
        try {
            if (!Files.isDirectory(logs()) && !isEmpty()) {
                throw new StackProblem(
                        "%s does not look like the state of a Lethe stack, so it was left alone: delete it by hand if you mean it."
                                .formatted(root));
            }
            new FileTree(root).delete();
        } catch (IOException | UncheckedIOException e) {
            throw new StackProblem(
                    "%s could not be deleted whole: check its permissions and run ./lethe reset again.".formatted(root),
                    e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.findAny().isEmpty();
        }
    }
}
