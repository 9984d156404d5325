package eu.lethe.cases.copy;

import eu.lethe.platform.security.Staff;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads who rereads a copy before it is handed over.
 *
 * @param fingerprint of the copy as it was written; to be sent with the confirmation
 * @param decisions all that were made, also about what is not in the copy any more; of a long copy, about this part
 * @param confirmed the last confirmation, of a long copy that of this part; absent when there is none
 * @param parts those of a long copy; absent when it is all in one
 */
record RereadingView(
        String fingerprint,
        List<UUID> decisions,
        @Nullable ConfirmedView confirmed,
        @Nullable PartsView parts,
        List<PassageView> passages) {

    /**
     * The parts of a long copy.
     *
     * @param division how it is divided; to be sent with whatever is asked of a part
     * @param number of the part that the passages are of
     * @param items from the oldest contacts to the newest
     */
    record PartsView(String division, int number, List<PartView> items) {}

    /**
     * A part.
     *
     * @param from the day of its oldest contact
     * @param to that of its newest
     * @param confirmed its last confirmation; absent when there is none
     */
    record PartView(
            int number,
            LocalDate from,
            LocalDate to,
            int contacts,
            @Nullable ConfirmedView confirmed) {}

    /**
     * That the copy was reread.
     *
     * @param current whether it is still this copy, so that it can be handed over
     */
    record ConfirmedView(Staff by, Instant at, boolean current) {}

    /**
     * A text of the copy.
     *
     * @param place where it stands; to be sent with a decision, with the digest
     * @param kind what it belongs to
     * @param recordId the contact, assessment, … that it belongs to
     * @param masks what is hidden
     * @param left what was proposed and is printed all the same
     * @param stale what was decided about another wording: to be taken back
     * @param proposals what may speak of others, and waits for a decision
     */
    record PassageView(
            String place,
            @Pattern(regexp = KINDS) String kind,
            UUID recordId,
            @Nullable LocalDate date,
            @Nullable String author,
            String text,
            String digest,
            List<DecisionView> masks,
            List<DecisionView> left,
            List<DecisionView> stale,
            List<ProposalView> proposals) {

        @Override
        public String toString() {
            return "PassageView[" + place + "]";
        }
    }

    /** A decision about a passage. */
    record DecisionView(
            UUID decisionId,
            int start,
            int end,
            @Pattern(regexp = Decision.REASONS) @Nullable String reason,
            @Nullable String words,
            Staff by,
            Instant at) {

        @Override
        public String toString() {
            return "DecisionView[" + decisionId + "]";
        }
    }

    /** A passage that may speak of somebody else, and why it is thought so. */
    record ProposalView(
            int start,
            int end,

            @Pattern(regexp = "household|mentioned|source|source-kind") String kind) {}

    static final String KINDS = "person|household|contact|document|wording|assessment|referral|answer|reported|consent";

    @Override
    public String toString() {
        return "RereadingView[" + passages.size() + "]";
    }
}
