package eu.lethe.cases.access;

import eu.lethe.cases.resealing.ResealedRecords.Words;
import eu.lethe.contracts.sealing.Sealed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands what keeps people from reading about a person at one moment: exclusions by their id, and a restriction. */
record InForce(Map<UUID, Exclusion> exclusions, @Nullable Restriction restriction) {

    /** Of a person from whom nobody was ever kept. */
    static final InForce NOBODY = new InForce(Map.of(), null);

    /** Somebody is kept out, and whom they may ask. */
    record Exclusion(
            UUID workerId,
            UUID ask,
            String reason,
            @Nullable Sealed<String> text,
            UUID author) {}

    /** Only these may read, and whom others may ask. */
    record Restriction(
            UUID restrictionId,
            List<UUID> workerIds,
            boolean exceptionalAccess,
            UUID ask,
            String reason,
            @Nullable Sealed<String> text,
            UUID author) {

        /** Whom neither keeps out, and in no case more than either lets in. */
        boolean admitsNoMoreThan(Restriction other) {
            return other.workerIds().containsAll(workerIds) && (other.exceptionalAccess() || !exceptionalAccess);
        }

        Stream<Words> words() {
            return text == null ? Stream.empty() : Stream.of(new Words(text, restrictionId));
        }
    }
}
