package eu.lethe.embedded;

/** Understands the two servers that all tests of one JVM share. */
interface Servers {

    DatabaseAddress database(String name, String service);

    String bootstrapServers();

    static Servers shared() {
        return Shared.INSTANCE;
    }

    /** Made when first used; whichever kind is asked for by the property {@code lethe.containers}. */
    final class Shared {
        private static final Servers INSTANCE =
                Boolean.getBoolean("lethe.containers") ? new ContainerServers() : new EmbeddedServers();

        private Shared() {}
    }
}
