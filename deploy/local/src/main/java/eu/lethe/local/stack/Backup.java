package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Understands a copy, of one moment, of what the servers of a stack keep. The keys are never in it: with both, what was erased since
 * could be read again. Its list is written last, so that a copy that was cut short is none.
 */
record Backup(Path directory) {
    private static final long MEGABYTE = 1024 * 1024;

    Backup {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Copies what a stack keeps; when its processes run, they stand still meanwhile. */
    void take(StateDirectory state, List<ProcessHandle> processes, Progress progress) throws IOException {
        requireFree(state);
        FileTree.makeDirectory(directory);
        requireRoom(directory, present(state));
        try {
            copy(state, processes, progress);
            describe(state);
        } catch (IOException | RuntimeException failed) {
            forget(failed);
            throw failed;
        }
        progress.say(
                "%s holds databases and messages, %d MB. The keys are not in it: docs/operator-local-stack.md tells how to keep them."
                        .formatted(directory, new FileTree(directory).size() / MEGABYTE));
    }

    private void copy(StateDirectory state, List<ProcessHandle> processes, Progress progress) throws IOException {
        Instant began = Instant.now();
        try (Standstill _ = Standstill.of(processes)) {
            for (FileTree present : present(state)) {
                present.copyTo(of(present).root());
            }
        }
        if (!processes.isEmpty()) {
            progress.say("Everything stood still for %.1f s."
                    .formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0));
        }
    }

    /** Says of what is here from when it is, which epoch keys were there then, and what belongs to it. */
    void describe(StateDirectory state) throws IOException {
        Files.writeString(takenAt(), Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
        Files.writeString(epochKeys(), state.epochKeys() + "\n");
        Checksums.of(directory, list()).writeTo(list());
    }

    /** What was copied before it failed is of no use, and in the way of another attempt. */
    private void forget(Throwable failed) {
        try {
            new FileTree(directory).delete();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private void requireFree(StateDirectory state) throws IOException {
        if (!Files.exists(state.postgresqlIsWhole())) {
            throw new StackProblem("There are no data in %s yet: ./lethe up starts a stack.".formatted(state.root()));
        }
        if (directory.startsWith(state.root())) {
            throw new StackProblem(
                    "%s lies in the stack's own state, where it would be lost with it: name a directory elsewhere, best on another disk."
                            .formatted(directory));
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> content = Files.list(directory)) {
                if (content.findAny().isPresent()) {
                    throw new StackProblem("%s is not empty: name a directory that is, or that is not there yet."
                            .formatted(directory));
                }
            }
        } else if (Files.exists(directory)) {
            throw new StackProblem("%s is a file: name a directory.".formatted(directory));
        }
    }

    private static List<FileTree> present(StateDirectory state) {
        return Stream.concat(state.kept().stream(), Stream.of(new FileTree(state.clock())))
                .filter(FileTree::exists)
                .toList();
    }

    static void requireRoom(Path target, List<FileTree> copied) throws IOException {
        long needed = MEGABYTE;
        for (FileTree tree : copied) {
            needed += tree.size();
        }
        long free = Files.getFileStore(target).getUsableSpace();
        if (free < needed) {
            throw new StackProblem(
                    "Only %d MB are free on the disk of %s, and the copy needs %d MB: free some space first."
                            .formatted(free / MEGABYTE, target, needed / MEGABYTE));
        }
    }

    /**
     * Reads all of it.
     *
     * @throws StackProblem when it is no backup, was cut short, or was changed since
     */
    void requireWhole() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new StackProblem("There is no directory %s: name one that ./lethe backup made.".formatted(directory));
        }
        if (!Files.isRegularFile(list())) {
            throw new StackProblem(
                    "%s is no backup, or was cut short while it was made: name another one.".formatted(directory));
        }
        Checksums listed = Checksums.readFrom(list())
                .orElseThrow(
                        () -> new StackProblem("%s is no list of checksums: name another backup.".formatted(list())));
        Optional<String> different = listed.firstDifference(Checksums.of(directory, list()));
        if (different.isPresent()) {
            throw new StackProblem(
                    "%s is not as it was when the backup was made: name another one. Nothing was changed."
                            .formatted(directory.resolve(different.get())));
        }
    }

    /** When it was taken, and what else to know before it is put back. */
    String words(StateDirectory state) throws IOException {
        return "The backup is of %s.%s".formatted(Files.readString(takenAt()).strip(), wordsOnKeys(state));
    }

    private String wordsOnKeys(StateDirectory state) throws IOException {
        if (!Files.isDirectory(state.keys())) {
            return " It holds no keys, and there are none in %s: put your copy of them there before ./lethe up, or nobody can read it."
                    .formatted(state.keys());
        }
        return Files.readString(epochKeys()).strip().equals(state.epochKeys())
                ? ""
                : " The epoch keys have changed since: if the epoch was rotated, nobody can read it any more, and retention-service will not start on it.";
    }

    /** Its copy of one thing that a stack keeps. */
    FileTree of(FileTree kept) {
        return new FileTree(directory.resolve(kept.root().getFileName()));
    }

    private Path list() {
        return directory.resolve("SHA256SUMS");
    }

    private Path takenAt() {
        return directory.resolve("taken-at");
    }

    private Path epochKeys() {
        return directory.resolve("epoch-keys");
    }
}
