package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.reporting.contribution.CountedPart.Home;
import eu.lethe.reporting.grid.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands what one person has contributed to the figures so far, and by which contacts, so that what a contact added can
 * be taken back when nothing else supports it; always sealed under that person's own key, so that it is forgotten with them
 * while the figures stand.
 */
public record ContributionSet(List<Part> parts) {

    /** Of somebody who was never counted. */
    public static final ContributionSet EMPTY = new ContributionSet(List.of());

    /**
     * What the person adds by one contact.
     *
     * @param mentioned the other persons it is about, when the contact is in the person's own file
     */
    public record Part(UUID contactId, List<Contribution> contributions, List<UUID> mentioned) {

        /** Copies the lists. */
        public Part {
            contributions = List.copyOf(contributions);
            mentioned = List.copyOf(mentioned);
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

    /** Copies the list. */
    public ContributionSet {
        parts = List.copyOf(parts);
    }

    /** A person has one set in each compartment, sealed for themselves. */
    static SealedField<ContributionSet> in(Compartment compartment) {
        return new SealedField<>("contributions", compartment, ContributionSet.class);
    }

    /** What the person adds to the figures, each once, whichever contacts support it. */
    public Set<Contribution> contributed() {
        return parts.stream().flatMap(part -> part.contributions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What a contact added. */
    public Optional<Part> by(UUID contactId) {
        return parts.stream().filter(part -> part.contactId().equals(contactId)).findFirst();
    }

    /** The set with a contact's part in place of what that contact had added before. */
    public ContributionSet with(Part part) {
        return new ContributionSet(Stream.concat(without(part.contactId()).parts().stream(), Stream.of(part))
                .toList());
    }

    /** The set had there been no such contact. */
    public ContributionSet without(UUID contactId) {
        return new ContributionSet(parts.stream()
                .filter(part -> !part.contactId().equals(contactId))
                .toList());
    }

    @Override
    public String toString() {
        return "ContributionSet[…]";
    }
}
