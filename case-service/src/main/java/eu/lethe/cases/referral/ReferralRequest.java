package eu.lethe.cases.referral;

import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.sealing.Compartment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a worker makes it.
 *
 * @param partner the partner's name, where the recipient's code stands for many
 */
record ReferralRequest(
        @NotNull @Size(max = 64) String recipient,
        @Size(max = 200) @Nullable String partner,
        @NotEmpty @Size(max = 16) List<@NotNull Compartment> compartments,
        @NotBlank @Size(max = LONGEST_TEXT) String text,
        @NotNull LocalDate date,
        @NotNull LocalDate followUpOn) {

    private static final int LONGEST_TEXT = 100_000;

    ReferralLetter letter() {
        return new ReferralLetter(partner == null || partner.isBlank() ? null : partner.strip(), text);
    }

    @Override
    public String toString() {
        return "ReferralRequest[…]";
    }
}
