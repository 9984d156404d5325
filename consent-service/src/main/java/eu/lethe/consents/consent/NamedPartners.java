package eu.lethe.consents.consent;

import eu.lethe.contracts.events.consents.ConsentEvent;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands which consents name a partner, and that one. Who it is stays sealed with the evidence, and is opened by the
 * program alone, to be compared.
 */
@Component
class NamedPartners {

    /**
     * A consent.
     *
     * @param evidence where the partner is named; null once its key is gone, and nobody can tell any more who that is
     */
    record Candidate<T>(
            T consent,
            UUID consentId,
            boolean namesPartner,
            @Nullable Sealed<ConsentEvidence> evidence) {}

    private final Opener opener;

    NamedPartners(Opener opener) {
        this.opener = opener;
    }

    /** Those that name exactly this partner; with none given, those that name none. */
    <T> List<T> naming(Optional<PartnerName> partner, Collection<Candidate<T>> candidates) {
        if (partner.isEmpty()) {
            return candidates.stream()
                    .filter(candidate -> !candidate.namesPartner())
                    .map(Candidate::consent)
                    .toList();
        }
        var reading = opener.reading(Unseen.COMPARING)
                .prepare(candidates.stream().filter(Candidate::namesPartner).map(Candidate::evidence));
        return candidates.stream()
                .filter(candidate -> named(candidate, reading).equals(partner))
                .map(Candidate::consent)
                .toList();
    }

    /** Suspended or destroyed, it covers nothing, and the others asked about are answered for. */
    private static Optional<PartnerName> named(Candidate<?> candidate, Reading reading) {
        if (!candidate.namesPartner()) {
            return Optional.empty();
        }
        return reading.openIfLeased(ConsentEvent.EVIDENCE, candidate.consentId(), candidate.evidence())
                .flatMap(PartnerName::of);
    }
}
