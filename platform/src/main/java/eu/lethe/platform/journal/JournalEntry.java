package eu.lethe.platform.journal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands that a member of staff opened personal data.
 *
 * @param index of the entry in this service's journal, from 0
 * @param role as what they are known to the agency; several are separated by spaces
 * @param unit of which unit they were then
 * @param at to the microsecond, as PostgreSQL keeps it
 */
@JsonPropertyOrder({
    "index",
    "accessId",
    "personIds",
    "fileId",
    "readerId",
    "role",
    "unit",
    "compartments",
    "reason",
    "exceptionalAccessId",
    "at"
})
public record JournalEntry(
        long index,
        UUID accessId,
        List<UUID> personIds,
        @Nullable UUID fileId,
        UUID readerId,
        String role,
        @Nullable String unit,
        List<Compartment> compartments,
        String reason,
        @Nullable UUID exceptionalAccessId,
        Instant at) {

    /** Copies the lists. */
    public JournalEntry {
        personIds = List.copyOf(personIds);
        compartments = List.copyOf(compartments);
    }

    static String roleOf(Caller reader) {
        return reader.roles().stream().sorted().map(Role::code).collect(Collectors.joining(" "));
    }
}
