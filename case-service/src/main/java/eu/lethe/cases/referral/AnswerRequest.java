package eu.lethe.cases.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came back, or that nothing did.
 *
 * @param followUpOn when to ask again; needed while the referral waits
 */
record AnswerRequest(
        @NotNull @Pattern(regexp = OUTCOMES) String outcome,

        @Size(max = LONGEST_TEXT) @Nullable String text,
        @NotNull LocalDate answeredOn,
        @Nullable LocalDate followUpOn) {

    /** How a referral may stand, as a pattern. */
    static final String OUTCOMES = "accepted|refused|waiting|no-answer";

    private static final int LONGEST_TEXT = 100_000;

    @Override
    public String toString() {
        return "AnswerRequest[…]";
    }
}
