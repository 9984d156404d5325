package eu.lethe.bench.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands what Linux says of one process.
 *
 * @param own milliseconds of processor time, user and system
 * @param ofEnded that of its children that ended
 */
record ProcessLine(String command, double own, double ofEnded) {

    /** Linux counts in hundredths of a second, whatever the kernel's own clock is. */
    private static final double MILLISECONDS_A_TICK = 10;

    /** A backend calls itself after whom it serves: {@code postgres: user database host(port) state}. */
    private static final Pattern BACKEND = Pattern.compile("postgres: \\S+ (\\S+) \\S+\\(\\d+\\).*");

    /** Of a process that runs; empty when it has ended. */
    static Optional<ProcessLine> of(long pid) {
        var directory = Path.of("/proc", String.valueOf(pid));
        try {
            return Optional.of(read(
                    Files.readString(directory.resolve("cmdline"), StandardCharsets.ISO_8859_1),
                    Files.readString(directory.resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    static ProcessLine read(String command, String stat) {
        // the name stands in brackets and may hold anything; what follows are numbers, from the third on
        var numbers = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return new ProcessLine(
                command.replace('\0', ' ').strip(),
                ticks(numbers, 14) + ticks(numbers, 15),
                ticks(numbers, 16) + ticks(numbers, 17));
    }

    private static double ticks(String[] numbers, int place) {
        return Long.parseLong(numbers[place - 3]) * MILLISECONDS_A_TICK;
    }

    /** The database it works for, if it is a connection's own process. */
    Optional<String> database() {
        var backend = BACKEND.matcher(command);
        return backend.matches() ? Optional.of(backend.group(1)) : Optional.empty();
    }
}
