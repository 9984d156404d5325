package eu.lethe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Understands from its data directory which process, if any, is the PostgreSQL server at work on it. */
public record PostmasterFile(Path data) {

    /** The server's first process, unless it is gone. */
    public Optional<ProcessHandle> process() {
        return named().filter(PostmasterFile::isServer).filter(process -> !EndedProcess.is(process));
    }

    /** Whichever process has the number that the file names; it may be a stranger by now. */
    Optional<ProcessHandle> named() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    static boolean isServer(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    /** Asks the server to end its sessions and stop; does not wait. */
    public void stop() throws IOException {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            // SIGTERM, all that Java sends, would wait for the last client to leave.
            new ProcessBuilder("sh", "-c", "kill -INT " + server.get().pid()).start();
        }
    }
}
