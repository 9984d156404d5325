package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealedField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands all that one person has contributed to the figures from one compartment, and by which contacts. It was sealed as a
 * whole once, and is put together for who counts again.
 */
public record ContributionSet(List<Part> parts) {

    /** Copies the list. */
    public ContributionSet {
        parts = List.copyOf(parts);
    }

    /** As it was sealed, for the person themselves. */
    static SealedField<ContributionSet> in(Compartment compartment) {
        return new SealedField<>("contributions", compartment, ContributionSet.class);
    }

    /** What the person adds to the figures, each once, whichever contacts support it. */
    public Set<Contribution> contributed() {
        return parts.stream().flatMap(part -> part.contributions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "ContributionSet[…]";
    }
}
