package eu.lethe.contracts.events.consents;

import org.jspecify.annotations.Nullable;

/**
 * Understands how a consent was given (GDPR art. 7(1)); always sealed in the {@code consent} compartment.
 *
 * @param given {@code orally}, {@code in-writing} or {@code by-guardian}
 * @param language in which it was explained, BCP 47
 * @param partner to whom, where the recipient's code stands for many; absent when it names none of them
 */
public record ConsentEvidence(
        String given,
        String language,
        @Nullable String note,
        @Nullable String partner) {

    @Override
    public String toString() {
        return "ConsentEvidence[…]";
    }
}
