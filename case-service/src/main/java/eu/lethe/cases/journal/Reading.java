package eu.lethe.cases.journal;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read.
 *
 * @param exceptionalAccessId the exceptional access it rests on, if it does
 */
record Reading(
        Instant at,
        UUID reader,
        String role,
        @Nullable String unit,
        List<Compartment> compartments,
        String reason,
        @Nullable UUID exceptionalAccessId) {

    Reading {
        compartments = List.copyOf(compartments);
    }

    /** Whether one would not have expected them at a file of this unit. */
    boolean unexpectedIn(String fileUnit) {
        return exceptionalAccessId != null || (unit != null && !unit.equals(fileUnit));
    }

    static Reading of(JournalEntry entry) {
        return new Reading(
                entry.at(),
                entry.readerId(),
                entry.role(),
                entry.unit(),
                entry.compartments(),
                entry.reason(),
                entry.exceptionalAccessId());
    }
}
