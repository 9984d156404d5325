package eu.lethe.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Understands a directory that goes when its user is done. */
final class TemporaryDirectory {
    private TemporaryDirectory() {}

    static Path create(String name) {
        try {
            return Files.createTempDirectory("lethe-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory can be made", e);
        }
    }

    /** Removes what can be removed: a server that is still dying may hold on to a file for a moment. */
    static void remove(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.Logger logger = System.getLogger(TemporaryDirectory.class.getName());
            logger.log(System.Logger.Level.DEBUG, "Temporary directory left behind", e);
        }
    }
}
