package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Understands that a small file is written whole or not at all, whenever its writer is killed. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, CharSequence text) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".draft");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
