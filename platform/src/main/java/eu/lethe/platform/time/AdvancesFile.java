package eu.lethe.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Supplier;

/**
 * Understands the file in which a local stack writes how far its clock was moved: one ISO 8601 amount a line. It is read
 * again whenever it changes; no file, no advance.
 */
final class AdvancesFile implements Supplier<List<TemporalAmount>> {

    private record Reading(long modifiedMillis, long size, List<TemporalAmount> advances) {}

    private static final Reading NONE = new Reading(0, 0, List.of());

    private final Path file;
    private volatile Reading last = NONE;

    AdvancesFile(Path file) {
        this.file = file;
    }

    /** Asked at each look at the clock, mostly where there is no such file: java.io.File says so without an exception. */
    @Override
    public List<TemporalAmount> get() {
        var modified = file.toFile().lastModified();
        if (modified == 0) {
            return List.of();
        }
        var size = file.toFile().length();
        var reading = last;
        if (reading.modifiedMillis() != modified || reading.size() != size) {
            reading = new Reading(modified, size, read());
            last = reading;
        }
        return reading.advances();
    }

    private List<TemporalAmount> read() {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(BusinessClock::amount)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
