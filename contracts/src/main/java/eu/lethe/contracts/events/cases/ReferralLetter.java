package eu.lethe.contracts.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * Understands what is asked of whom a person is referred to; always sealed in {@code narrative}.
 *
 * @param partner the partner's name, where the recipient's code stands for many
 * @param text what is asked, and what is told
 */
public record ReferralLetter(@Nullable String partner, String text) {

    @Override
    public String toString() {
        return "ReferralLetter[…]";
    }
}
