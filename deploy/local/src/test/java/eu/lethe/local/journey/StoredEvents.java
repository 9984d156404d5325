package eu.lethe.local.journey;

import java.sql.DriverManager;

/** Understands what is left in case-service's event store. */
final class StoredEvents {

    private StoredEvents() {}

    /** How many stored events hold this ciphertext. */
    static long countHolding(String jwe, RunningStack stack) throws Exception {
        try (var database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/lethe_case",
                        "lethe_case",
                        "lethe");
                var query = database.prepareStatement(
                        "select count(*) from domain_event where position(?::bytea in payload) > 0")) {
            query.setBytes(1, jwe.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }
}
