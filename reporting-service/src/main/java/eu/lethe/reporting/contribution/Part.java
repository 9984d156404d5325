package eu.lethe.reporting.contribution;

import com.fasterxml.jackson.annotation.JsonTypeName;
import eu.lethe.reporting.contribution.CountedPart.Home;
import eu.lethe.reporting.grid.Measure;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what a person adds by one contact, so that it can be taken back.
 *
 * @param mentioned the other persons it is about, when the contact is in the person's own file
 */
@JsonTypeName("part")
public record Part(UUID contactId, List<Contribution> contributions, List<UUID> mentioned) implements Piece {

    /** Copies the lists. */
    public Part {
        contributions = List.copyOf(contributions);
        mentioned = List.copyOf(mentioned);
    }

    @Override
    public String name() {
        return Piece.ofContact(contactId);
    }

    /** The same, had the contact taken place in another year, when the person lived there, about other persons. */
    Part moved(int year, @Nullable Home home, List<UUID> others) {
        return new Part(
                contactId,
                contributions.stream()
                        .map(one -> home != null && one.measure() == Measure.HOUSEHOLDS
                                ? Contribution.household(year, one.unit(), home.household(), home.fileId())
                                : new Contribution(year, one.unit(), one.measure(), one.of()))
                        .toList(),
                others);
    }

    @Override
    public String toString() {
        return "Part[…]";
    }
}
