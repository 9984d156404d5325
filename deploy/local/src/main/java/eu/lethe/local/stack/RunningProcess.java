package eu.lethe.local.stack;

import eu.lethe.embedded.EndedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Understands which process a file of {@code run/} stands for. A number alone could since have passed to a stranger, so the
 * instant of the process's start is kept with it.
 */
record RunningProcess(Path file) {

    void remember(ProcessHandle process) throws IOException {
        WholeFile.write(file, process.pid() + "\n" + startOf(process) + "\n");
    }

    boolean exists() {
        return Files.exists(file);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The process, if it is still alive. */
    Optional<ProcessHandle> find() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2 || !lines.getFirst().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(process -> !EndedProcess.is(process))
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
