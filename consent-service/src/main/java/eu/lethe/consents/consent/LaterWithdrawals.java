package eu.lethe.consents.consent;

import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.events.consents.ConsentEvent;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands that a withdrawal is the last word: an agreement signed before it, and written down after it, revives nothing. */
@Component
class LaterWithdrawals {

    private final ConsentsOfPerson consents;
    private final Opener opener;

    LaterWithdrawals(ConsentsOfPerson consents, Opener opener) {
        this.consents = consents;
        this.opener = opener;
    }

    /**
     * Refuses a day before the person withdrew the same, and says when they did. Where it cannot be told any more which partner was
     * meant, it may have been this one.
     *
     * @param grantedOn absent for today
     * @throws Problem 400 {@code before-withdrawal}
     */
    void requireNoneAfter(
            Collection<UUID> records,
            @Nullable LocalDate grantedOn,
            Purpose purpose,
            @Nullable String recipient,
            Optional<PartnerName> partner) {
        if (grantedOn == null) {
            return;
        }
        var same = consents.of(records).stream()
                .filter(line -> line.withdrawnOn() != null
                        && line.purpose().equals(purpose.code())
                        && Objects.equals(line.recipient(), recipient))
                .toList();
        var reading = opener.reading(Unseen.COMPARING).prepare(same.stream().map(ConsentsOfPerson.Line::evidence));
        same.stream()
                .filter(line -> reading.openUnlessDestroyed(ConsentEvent.EVIDENCE, line.consentId(), line.evidence())
                        .map(evidence -> PartnerName.of(evidence).equals(partner))
                        .orElse(true))
                .forEach(line ->
                        PlausibleDay.requireNotBefore("/grantedOn", grantedOn, "withdrawal", line.withdrawnOn()));
    }
}
