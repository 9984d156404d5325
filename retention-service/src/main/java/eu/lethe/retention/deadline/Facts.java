package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what is known of a person that bears on how long their data is kept.
 *
 * @param unit absent until the registration was heard of
 * @param erased whether nothing of the person is left but evidence
 */
record Facts(
        UUID personId,
        @Nullable String unit,
        @Nullable LocalDate registeredOn,
        boolean erased,
        List<File> files,
        List<Consent> consents) {

    /**
     * A file.
     *
     * @param openedOn absent until the opening was heard of
     */
    record File(
            UUID fileId,
            String unit,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate lastContactOn,
            int contacts) {}

    /**
     * A consent.
     *
     * @param compartments those it covers, or covered, and that are still there
     * @param withdrawnOn absent while it is in force
     */
    record Consent(
            UUID consentId,
            List<Compartment> compartments,
            @Nullable LocalDate withdrawnOn) {}
}
