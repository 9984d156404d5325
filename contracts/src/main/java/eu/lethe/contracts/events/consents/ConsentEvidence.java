package eu.lethe.contracts.events.consents;

import org.jspecify.annotations.Nullable;

/**
 * Understands how a consent was given (GDPR art. 7(1)); always sealed in the {@code consent} compartment.
 *
 * @param given {@code orally}, {@code in-writing} or {@code by-guardian}
 * @param language in which it was explained, BCP 47
 */
public record ConsentEvidence(
        String given, String language, @Nullable String note) {

    @Override
    public String toString() {
        return "ConsentEvidence[…]";
    }
}
