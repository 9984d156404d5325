package eu.lethe.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Supplier;

/**
 * Understands the file in which a local stack writes how far its clock was moved: one ISO 8601 amount a line. It is read
 * again whenever it changes; no file, no advance.
 */
final class AdvancesFile implements Supplier<List<TemporalAmount>> {

    private record Reading(FileTime modified, long size, List<TemporalAmount> advances) {}

    private static final Reading NONE = new Reading(FileTime.fromMillis(0), 0, List.of());

    private final Path file;
    private volatile Reading last = NONE;

    AdvancesFile(Path file) {
        this.file = file;
    }

    @Override
    public List<TemporalAmount> get() {
        try {
            var modified = Files.getLastModifiedTime(file);
            var size = Files.size(file);
            var reading = last;
            if (!reading.modified().equals(modified) || reading.size() != size) {
                reading = new Reading(modified, size, read());
                last = reading;
            }
            return reading.advances();
        } catch (NoSuchFileException unmoved) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<TemporalAmount> read() throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(BusinessClock::amount)
                .toList();
    }
}
