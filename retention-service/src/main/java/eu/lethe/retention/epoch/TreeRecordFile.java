package eu.lethe.retention.epoch;

import eu.lethe.contracts.events.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the growth of the list of certificates as a file in the directory of the epoch keys, one line of JSON for each
 * certificate. A last line without its end was being written when the power went, and never counted.
 */
@Component
final class TreeRecordFile implements TreeRecord {

    private static final byte END = '\n';

    private final ReplacedFile lock;
    private final Path path;
    private final JsonMapper json = EventJson.mapper();

    TreeRecordFile(EpochProperties properties) {
        this.path = properties.file().resolveSibling("certificate-tree.jsonl").toAbsolutePath();
        this.lock = new ReplacedFile(path);
    }

    @Override
    public Optional<List<TreeEntry>> entries() {
        try {
            var content = Files.readAllBytes(path);
            return Optional.of(new String(content, 0, whole(content), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readValue(line, TreeEntry.class))
                    .toList());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw new IllegalStateException(path + " cannot be read", unreadable);
        }
    }

    @Override
    public void append(List<TreeEntry> entries) {
        if (entries.isEmpty() && Files.exists(path)) {
            return;
        }
        try {
            var _ = lock.exclusively(() -> {
                write(entries);
                return true;
            });
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing is enciphered here", impossible);
        } catch (IOException full) {
            throw new UncheckedIOException(path + " cannot be written", full);
        }
    }

    private void write(List<TreeEntry> entries) throws IOException {
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var directory = FileChannel.open(lock.path().resolveSibling("."), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        var lines = new ByteArrayOutputStream();
        for (var entry : entries) {
            lines.writeBytes(json.writeValueAsBytes(entry));
            lines.write(END);
        }
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.position(whole(Files.readAllBytes(path)));
            var left = ByteBuffer.wrap(lines.toByteArray());
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.truncate(file.position());
            file.force(true);
        }
    }

    /** How many bytes make whole lines. */
    private static int whole(byte[] content) {
        var end = content.length;
        while (end > 0 && content[end - 1] != END) {
            end--;
        }
        return end;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
