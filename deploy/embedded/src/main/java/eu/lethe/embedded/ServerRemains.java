package eu.lethe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Understands what a PostgreSQL server that was killed leaves for a moment: itself while it dies, its children with the shared
 * memory, and a lock file. A server that is started meanwhile would refuse, with words that sound like damage.
 */
record ServerRemains(Path data) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLISECONDS = 50;

    /** Waits until nobody is at work on the directory, and takes the lock file of nobody away. */
    void clear() throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        Path directory = data.toRealPath();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            List<ProcessHandle> remains = remains(directory);
            if (remains.isEmpty()) {
                removeLockFileOfNobody();
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                // Children without their server serve nobody; what they had not written, the log has.
                remains.forEach(ProcessHandle::destroyForcibly);
            }
            if (Instant.now().isAfter(deadline.plus(PATIENCE))) {
                throw new IOException("processes of an earlier server still hold " + data);
            }
            pause();
        }
    }

    private static List<ProcessHandle> remains(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(it -> PostmasterFile.isServer(it) && !EndedProcess.is(it))
                .filter(it -> isAt(it, directory))
                .toList();
    }

    /** A server and its children work in the directory of their data. */
    private static boolean isAt(ProcessHandle process, Path directory) {
        try {
            return Path.of("/proc/" + process.pid() + "/cwd").toRealPath().equals(directory);
        } catch (IOException | SecurityException goneOrNotOurs) {
            return false;
        }
    }

    /** The number in it may have passed to a stranger since, or to somebody who ended and is only listed. */
    private void removeLockFileOfNobody() throws IOException {
        Path lockFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> named = new PostmasterFile(data).named();
        if (Files.exists(lockFile) && named.filter(PostmasterFile::isServer).isEmpty()) {
            Files.deleteIfExists(lockFile);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier PostgreSQL ended", e);
        }
    }
}
