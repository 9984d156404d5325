package eu.lethe.cases.copy;

import eu.lethe.cases.copy.CopyDecisions.Confirmed;
import eu.lethe.cases.copy.CopyDecisions.Decided;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Understands how far the rereading of a copy has come, part by part, without opening any: a part that holds the same contacts,
 * wordings and documents as when it was confirmed, and about which nothing else was decided since, is reread. Whether whatever
 * is no contact is still the same is seen when the first part is read, and before it is handed over.
 */
final class PartsReread {

    private final Division division;
    private final Map<Integer, List<Decided>> decided;
    private final Map<String, Confirmed> confirmed;

    PartsReread(Division division, List<Decided> decided, Map<String, Confirmed> confirmed) {
        this.division = division;
        this.decided = decided.stream()
                .collect(Collectors.groupingBy(
                        one -> division.numberOf(one.decision().place())));
        this.confirmed = confirmed;
    }

    /** What was decided about the texts of a part. */
    List<Decided> decidedIn(Division.Part part) {
        return decided.getOrDefault(part.number(), List.of());
    }

    /** That a part was reread, as it is now or was before. */
    Optional<Confirmed> confirmed(Division.Part part) {
        return Optional.ofNullable(confirmed.get(part.key()));
    }

    boolean isReread(Division.Part part) {
        var decisions = decidedIn(part).stream().map(Decided::decisionId).toList();
        return confirmed(part)
                .filter(last -> CopyState.isDecidedAs(last.state(), decisions))
                .isPresent();
    }

    boolean areOthersReread(Division.Part part) {
        return division.parts().stream().allMatch(other -> other.number() == part.number() || isReread(other));
    }
}
