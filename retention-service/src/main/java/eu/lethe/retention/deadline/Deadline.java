package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands until when some compartments of a person may be kept.
 *
 * @param fileId absent when the data is outside a file
 * @param since the day the period runs from
 * @param dueOn the day from which they may no longer be kept
 */
public record Deadline(
        UUID personId,
        @Nullable UUID fileId,
        String unit,
        String rule,
        List<Compartment> compartments,
        LocalDate since,
        LocalDate dueOn) {

    /** Copies the list. */
    public Deadline {
        compartments = List.copyOf(compartments);
    }

    /** Whether it has passed. */
    public boolean isDue(LocalDate today) {
        return !dueOn.isAfter(today);
    }
}
