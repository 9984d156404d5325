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
 * @param absorbed files of records that were merged into this one
 * @param evidence of consents and rights, as far as its keys are there
 * @param dependence absent for a person who stands for themselves
 */
record Facts(
        UUID personId,
        @Nullable String unit,
        @Nullable LocalDate registeredOn,
        boolean erased,
        List<File> files,
        List<File> absorbed,
        List<Consent> consents,
        List<Evidence> evidence,
        @Nullable Dependence dependence) {

    /**
     * A file.
     *
     * @param openedOn absent until the opening was heard of
     * @param contacts how many there are that were not withdrawn, of those that make a difference
     * @param health whether a contact has health codes whose key was not removed
     * @param majorityOn the day the person comes of age, if child protection is in the file
     */
    record File(
            UUID fileId,
            String unit,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate lastContactOn,
            int contacts,
            boolean health,
            @Nullable LocalDate majorityOn) {}

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

    /**
     * What proves something, and outlives the file under a key of its own.
     *
     * @param since the day from which it is needed for a time only; absent while something of it is in force
     */
    record Evidence(Compartment compartment, @Nullable LocalDate since) {}

    /** How a subject of keys depends on a person. */
    sealed interface Dependence {

        /**
         * Somebody who reported something about the person.
         *
         * @param unit absent until it was heard of
         * @param receivedOn absent until it was heard of
         * @param reviewedOn absent until it was reviewed
         * @param gone whether what was said was erased already
         */
        record Source(
                UUID fileId,
                @Nullable String unit,
                @Nullable LocalDate receivedOn,
                @Nullable LocalDate reviewedOn,
                @Nullable LocalDate nextReviewOn,
                @Nullable LocalDate dismissedOn,
                boolean gone)
                implements Dependence {}

        /**
         * A second record of the person.
         *
         * @param settledOn absent while the merge can be undone
         */
        record Duplicate(@Nullable LocalDate settledOn) implements Dependence {}

        /**
         * The person is erased, and this was not erased with them.
         *
         * @param since when the person was erased
         */
        record LeftBehind(String unit, LocalDate since) implements Dependence {}
    }
}
