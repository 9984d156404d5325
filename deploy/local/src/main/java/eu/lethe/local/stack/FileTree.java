package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands a file, or a directory with all that is in it, that a server of the stack keeps. */
record FileTree(Path root) {
    /** What only a running process means; and Kafka's indexes, mostly holes, which it builds again from the messages. */
    private static final Pattern OF_A_RUN = Pattern.compile("postmaster\\.pid|epg-lock|\\.lock|.*\\.(time)?index");

    private static final FileAttribute<Set<PosixFilePermission>> ITS_OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    boolean exists() {
        return Files.exists(root);
    }

    /** Makes a directory that nobody but its owner reads, and those above it. */
    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, ITS_OWNERS);
    }

    /** Copies what outlives the process; a server may be at work on it only if it stands still. */
    void copyTo(Path target) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectory(target.resolve(root.relativize(directory)), ITS_OWNERS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isLasting(file, attributes)) {
                    Files.copy(file, target.resolve(root.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The bytes that a copy takes. */
    long size() throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isLasting(file, attributes)) {
                    bytes[0] += attributes.size();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    void delete() throws IOException {
        if (!exists()) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isLasting(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && !OF_A_RUN.matcher(file.getFileName().toString()).matches();
    }
}
