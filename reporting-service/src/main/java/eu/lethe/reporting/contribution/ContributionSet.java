package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.SealingContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Understands what one person has contributed to the figures so far; always sealed under that person's own key, so that it
 * is forgotten with them while the figures stand.
 */
public record ContributionSet(List<Contribution> contributions) {

    /** Of somebody who was never counted. */
    public static final ContributionSet EMPTY = new ContributionSet(List.of());

    private static final String FIELD = "contributions";

    /** Copies the list. */
    public ContributionSet {
        contributions = List.copyOf(contributions);
    }

    /** Where a person's set is sealed for. */
    static SealingContext contextOf(UUID personId) {
        return new SealingContext(personId, FIELD);
    }

    /** Those that were not counted before. */
    public List<Contribution> newAmong(Collection<Contribution> others) {
        return others.stream()
                .distinct()
                .filter(one -> !contributions.contains(one))
                .toList();
    }

    /** The set with more in it. */
    public ContributionSet with(Collection<Contribution> more) {
        var all = new LinkedHashSet<>(contributions);
        all.addAll(more);
        return new ContributionSet(List.copyOf(all));
    }

    @Override
    public String toString() {
        return "ContributionSet[…]";
    }
}
