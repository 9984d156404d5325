package eu.lethe.platform.journal;

import eu.lethe.contracts.sealing.Compartment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what a member of staff is about to read.
 *
 * @param personIds whose data: one person of a file, all persons of a list
 * @param fileId the file, if it is one file's
 * @param compartments what of it
 * @param reason why: {@code file}, {@code person}, {@code list}, {@code search}, {@code elsewhere}, {@code correction},
 *     {@code attachment}, {@code export}, {@code print}, {@code readers}, {@code import} or {@code consents}
 * @param exceptionalAccessId the exceptional access it rests on, if it does
 */
public record Opening(
        List<UUID> personIds,
        @Nullable UUID fileId,
        Set<Compartment> compartments,
        String reason,
        @Nullable UUID exceptionalAccessId) {

    /** Copies the collections. */
    public Opening {
        personIds = List.copyOf(personIds);
        compartments = Set.copyOf(compartments);
    }

    List<Compartment> compartmentsInOrder() {
        return compartments.stream()
                .sorted(Comparator.comparing(Compartment::code))
                .toList();
    }
}
