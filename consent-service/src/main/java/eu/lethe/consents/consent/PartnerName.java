package eu.lethe.consents.consent;

import eu.lethe.contracts.events.consents.ConsentEvidence;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands whether two spellings name the same partner: they differ in capitals, spaces, width, composition and what is
 * never seen, and in nothing else. A consent to one partner is none to another whose name looks like it.
 */
record PartnerName(String spelt) {

    private static final Pattern NEVER_SEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    PartnerName {
        var folded = NEVER_SEEN
                .matcher(Normalizer.normalize(spelt, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        spelt = SPACES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** The one that is named; none when nothing is. */
    static Optional<PartnerName> of(@Nullable String named) {
        return Optional.ofNullable(named)
                .map(PartnerName::new)
                .filter(name -> !name.spelt().isEmpty());
    }

    /** The one that a consent names. */
    static Optional<PartnerName> of(ConsentEvidence evidence) {
        return of(evidence.partner());
    }

    @Override
    public String toString() {
        return "PartnerName[…]";
    }
}
