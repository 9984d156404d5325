package eu.lethe.retention.keys;

import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.running.RestorableRetention;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Understands a removal of somebody's keys without the erasure around it. */
public final class Removals {

    private Removals() {}

    /** Suspends a person's keys and removes them. */
    public static void remove(RestorableRetention retention, UUID erasure, UUID person) {
        remove(retention, erasure, person, LocalDate.EPOCH);
    }

    static void remove(RestorableRetention retention, UUID erasure, UUID person, LocalDate on) {
        retention
                .bean(Suspension.class)
                .suspend(
                        erasure,
                        Map.of(person, retention.bean(Compartments.class).ofWholePerson()));
        retention.bean(KeyRemover.class).remove(erasure, List.of(new Doomed(person, true)), on);
    }
}
