package eu.lethe.contracts.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * Understands where or how a contact took place; always sealed in {@code narrative}.
 *
 * @param means {@code visit}, {@code office}, {@code phone}, {@code letter}, {@code email} or {@code other}
 * @param place in words, if it matters
 */
public record Circumstances(
        @Nullable String means, @Nullable String place) {

    @Override
    public String toString() {
        return "Circumstances[…]";
    }
}
