package eu.lethe.cases.referral;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands whether data may be handed to a recipient, and why.
 *
 * @param basis absent within the agency, where the support itself is the ground, and where nothing permits it
 * @param uncovered what no ground covers; empty when it is permitted
 * @param purposes for which a consent of the person would permit it
 */
public record Sharing(boolean permitted, @Nullable Basis basis, List<Compartment> uncovered, List<Purpose> purposes) {

    /** Within the agency nothing is handed to anybody outside. */
    static final Sharing WITHIN_THE_AGENCY = new Sharing(true, null, List.of(), List.of());

    /**
     * What permits it.
     *
     * @param consentId absent when the law permits it
     */
    public record Basis(
            String purpose,
            String label,
            String legalBasis,
            @Nullable UUID consentId) {}

    /** A purpose of the register. */
    public record Purpose(String code, String label, boolean consentRequired) {}

    /** Refuses what nothing permits, saying what is missing. */
    void require(String recipient) {
        if (!permitted) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-basis")
                    .with("recipient", recipient)
                    .with("uncovered", uncovered)
                    .with("purposes", purposes);
        }
    }
}
