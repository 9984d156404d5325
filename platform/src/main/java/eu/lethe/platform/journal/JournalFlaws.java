package eu.lethe.platform.journal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Understands what is wrong with a journal.
 *
 * @param missing entries that should be there
 * @param altered entries that are not what was hashed
 * @param heads sizes at which the journal has another root than it had
 */
public record JournalFlaws(List<Long> missing, List<Long> altered, List<Long> heads) {

    /** Copies the lists. */
    public JournalFlaws {
        missing = List.copyOf(missing);
        altered = List.copyOf(altered);
        heads = List.copyOf(heads);
    }

    /** These and those. */
    JournalFlaws and(JournalFlaws others) {
        return new JournalFlaws(
                both(missing, others.missing), both(altered, others.altered), both(heads, others.heads));
    }

    private static List<Long> both(List<Long> one, List<Long> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }

    /** Whether nothing is wrong. */
    public boolean none() {
        return missing.isEmpty() && altered.isEmpty() && heads.isEmpty();
    }
}
