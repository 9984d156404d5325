package eu.lethe.local.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Understands being the process that watches over a stack: it lives on when {@code ./lethe up --detach} has returned. */
final class SupervisorProcess {
    private SupervisorProcess() {}

    /** Runs with the repository and the state directory; the environment names the ports. */
    public static void main(String[] arguments) throws InterruptedException {
        LocalStack.at(Path.of(arguments[0]), Path.of(arguments[1]), Ports.from(System.getenv()))
                .supervise(line -> System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line));
    }
}
