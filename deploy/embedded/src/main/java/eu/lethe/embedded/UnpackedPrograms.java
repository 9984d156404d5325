package eu.lethe.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands the directory into which the server's programs are unpacked: what an interruption left half is no use. */
record UnpackedPrograms(Path directory) {

    void removeHalfUnpacked() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> versions = Files.list(directory)) {
            List<Path> half = versions.filter(it -> it.getFileName().toString().startsWith("PG-"))
                    .filter(it -> !Files.exists(it.resolve(".exists")))
                    .toList();
            for (Path version : half) {
                if (!isBeingUnpacked(version)) {
                    TemporaryDirectory.remove(version);
                }
            }
        }
    }

    /** The server's program, if it is unpacked whole. */
    Optional<Path> server() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(directory)) {
            return versions.filter(it -> Files.exists(it.resolve(".exists")))
                    .map(it -> it.resolve("bin/postgres"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** Whoever unpacks holds this lock. */
    private static boolean isBeingUnpacked(Path version) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        version.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        }
    }
}
