package eu.lethe.local.journey;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Understands what is left in case-service's event store. */
final class StoredEvents {

    private StoredEvents() {}

    /** How many stored events hold this ciphertext. */
    static long countHolding(String jwe, RunningStack stack) throws Exception {
        try (var database = stack.database("case");
                var query = database.prepareStatement(
                        "select count(*) from domain_event where position(?::bytea in payload) > 0")) {
            query.setBytes(1, jwe.getBytes(StandardCharsets.US_ASCII));
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    /** The ids of the stored events in which something is sealed under a key of one of these persons. */
    static Set<String> sealedFor(Set<String> persons, RunningStack stack) throws Exception {
        try (var database = stack.database("case");
                var query = database.prepareStatement("select event_identifier, payload from domain_event")) {
            var sealed = new HashSet<String>();
            var found = query.executeQuery();
            while (found.next()) {
                if (SealedValues.areIn(new String(found.getBytes(2), StandardCharsets.UTF_8), persons)) {
                    sealed.add(found.getString(1));
                }
            }
            return sealed;
        }
    }
}
