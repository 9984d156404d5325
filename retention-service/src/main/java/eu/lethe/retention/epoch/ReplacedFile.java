package eu.lethe.retention.epoch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands a small file that is only ever replaced whole: written beside it, forced to disk, renamed over it, the
 * directory forced too. What it replaced is overwritten, as far as the file system lets one.
 */
final class ReplacedFile {

    @FunctionalInterface
    interface Action<T> {
        T run() throws GeneralSecurityException, IOException;
    }

    private final Path path;

    ReplacedFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /** Runs while no other process changes the file. */
    <T> T exclusively(Action<T> action) throws GeneralSecurityException, IOException {
        Files.createDirectories(directory());
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(sibling(".lock"), options);
                var held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost");
            }
            return action.run();
        }
    }

    /** Replaces the content; durable when it returns. */
    void replace(byte[] content) throws IOException {
        var next = sibling(".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            write(channel, content);
        }
        try (var previous = openIfThere()) {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
                directory.force(true);
            }
            if (previous != null) {
                write(previous, new byte[Math.toIntExact(previous.size())]);
            }
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        var left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    private @Nullable FileChannel openIfThere() throws IOException {
        return Files.exists(path) ? FileChannel.open(path, StandardOpenOption.WRITE) : null;
    }

    private Path directory() {
        var directory = path.getParent();
        if (directory == null) {
            throw new IllegalStateException("the file has no directory");
        }
        return directory;
    }

    private Path sibling(String suffix) {
        return directory().resolve(path.getFileName() + suffix);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
