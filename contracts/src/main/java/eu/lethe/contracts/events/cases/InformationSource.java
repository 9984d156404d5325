package eu.lethe.contracts.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * Understands who reported something; always sealed in {@code third-party}, under the source's own key.
 *
 * @param kind {@code neighbour}, {@code relative}, {@code school}, {@code doctor}, {@code police}, {@code service},
 *     {@code anonymous} or {@code other}
 * @param name who they are, unless they did not say
 * @param details how to reach them, if it matters
 */
public record InformationSource(
        String kind, @Nullable String name, @Nullable String details) {

    @Override
    public String toString() {
        return "InformationSource[…]";
    }
}
