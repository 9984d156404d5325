package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Understands how much memory a process and its children take, each shared page counted in proportion (PSS). */
final class ProcessMemory {
    private ProcessMemory() {}

    static long megabytes(ProcessHandle process) {
        long kilobytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::kilobytes)
                .sum();
        return kilobytes / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException goneOrNotLinux) {
            return 0;
        }
    }
}
