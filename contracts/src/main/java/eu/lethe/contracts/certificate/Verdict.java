package eu.lethe.contracts.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands whether a certificate holds, and says why to a person.
 *
 * @param refusal why it does not; absent when everything holds
 * @param said one sentence each
 */
public record Verdict(@Nullable Refusal refusal, List<Finding> said) {

    /** Copies the list. */
    public Verdict {
        said = List.copyOf(said);
    }

    /** Whether everything holds. */
    public boolean valid() {
        return refusal == null;
    }

    /** Why it does not hold, if it does not. */
    public Optional<Refusal> why() {
        return Optional.ofNullable(refusal);
    }

    /** The sentences in English. */
    public List<String> findings() {
        return findings(Locale.ENGLISH);
    }

    /** The sentences in a language of the product. */
    public List<String> findings(Locale language) {
        return said.stream().map(finding -> finding.in(language)).toList();
    }

    static Verdict invalid(Refusal refusal) {
        return new Verdict(refusal, List.of(refusal.finding()));
    }
}
