package eu.lethe.embedded;

import org.jspecify.annotations.Nullable;

/** Understands servers that need nothing but this JVM; each starts when first used. */
final class EmbeddedServers implements Servers {
    private @Nullable EmbeddedDatabase database;
    private @Nullable EmbeddedBroker broker;

    @Override
    public synchronized DatabaseAddress database(String name, String service) {
        EmbeddedDatabase running = database;
        if (running == null) {
            running = EmbeddedDatabase.temporary();
            database = running;
            closeWithTheJvm(running);
        }
        return running.create(name, service);
    }

    @Override
    public synchronized String bootstrapServers() {
        EmbeddedBroker running = broker;
        if (running == null) {
            running = EmbeddedBroker.temporary();
            broker = running;
            closeWithTheJvm(running);
        }
        return running.bootstrapServers();
    }

    private static void closeWithTheJvm(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.getLogger(EmbeddedServers.class.getName())
                        .log(System.Logger.Level.DEBUG, "A test server did not stop", e);
            }
        }));
    }
}
