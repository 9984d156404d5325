package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Understands a log to which a process appends that never lets go of it: when it has grown large, it is copied and emptied under the
 * process's hands, which then appends at its beginning. One earlier part is kept.
 */
record AppendedLog(Path file, long largest) {

    void turnOver() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= largest) {
            return;
        }
        Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
            log.truncate(0);
        }
    }
}
