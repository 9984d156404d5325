package eu.lethe.local.stack;

import eu.lethe.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Understands being the broker's process: it runs until it is asked to stop, and says in a file that it is ready. */
final class KafkaProcess {
    private KafkaProcess() {}

    /** Runs with a directory, a port and the file to touch when ready; with none of them it starts once and ends. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            EmbeddedBroker.temporary().close();
            return;
        }
        EmbeddedBroker broker = EmbeddedBroker.persistent(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        Files.writeString(
                Path.of(arguments[2]), String.valueOf(ProcessHandle.current().pid()));
        broker.awaitShutdown();
    }
}
