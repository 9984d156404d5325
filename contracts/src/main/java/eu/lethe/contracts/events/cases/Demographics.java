package eu.lethe.contracts.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * Understands the little about a person that statistics need; always sealed in the {@code coding} compartment.
 *
 * @param ageBand e.g. {@code 25-34}, at registration
 * @param householdType {@code alone}, {@code couple}, {@code single-parent}, {@code couple-with-children} or {@code other}
 */
public record Demographics(
        @Nullable String ageBand, @Nullable String householdType) {

    @Override
    public String toString() {
        return "Demographics[…]";
    }
}
