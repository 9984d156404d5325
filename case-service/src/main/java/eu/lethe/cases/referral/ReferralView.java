package eu.lethe.cases.referral;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Staff;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral, opened.
 *
 * @param partner the partner's name, where the recipient's code stands for many
 * @param purpose null within the agency
 * @param consentEndedOn when the consent that it rests on was withdrawn, or lapsed
 * @param text null once the key is gone
 */
public record ReferralView(
        UUID referralId,
        String recipient,
        String recipientLabel,
        @Nullable String partner,
        @Nullable String purpose,
        @Nullable String purposeLabel,
        @Nullable UUID consentId,
        @Nullable LocalDate consentEndedOn,
        List<Compartment> compartments,
        @Nullable String text,
        LocalDate date,
        @Nullable LocalDate followUpOn,

        @Pattern(regexp = AnswerRequest.OUTCOMES) String state,

        Staff author,
        Instant at,
        List<AnswerView> answers) {

    /** An answer, opened. */
    public record AnswerView(
            UUID answerId,
            @Pattern(regexp = AnswerRequest.OUTCOMES) String outcome,
            @Nullable String text,
            LocalDate answeredOn,
            Staff author) {

        @Override
        public String toString() {
            return "AnswerView[" + answerId + "]";
        }
    }

    @Override
    public String toString() {
        return "ReferralView[" + referralId + "]";
    }
}
