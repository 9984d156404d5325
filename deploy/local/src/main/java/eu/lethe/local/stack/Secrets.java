package eu.lethe.local.stack;

import eu.lethe.embedded.EmbeddedDatabase;

/** Understands the passwords of a local stack: public by default, since nobody but this machine reaches it. */
final class Secrets {
    private Secrets() {}

    static String databasePassword() {
        return System.getenv().getOrDefault("LETHE_DB_PASSWORD", EmbeddedDatabase.LOCAL_PASSWORD);
    }

    static String serviceSecret() {
        return System.getenv().getOrDefault("LETHE_SERVICE_SECRET", "lethe-local");
    }

    /** Opens the store of epoch keys, which lies in the state directory. */
    static String epochPassword() {
        return System.getenv().getOrDefault("LETHE_EPOCH_PASSWORD", "lethe");
    }
}
