package eu.lethe.consents.consent;

import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.platform.sealing.Clear;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A person agrees that their data serves a purpose.
 *
 * @param records the person's: this one, and the duplicates that are read through it
 */
record GrantConsent(
        @TargetAggregateIdentifier UUID consentId,
        UUID personId,
        List<UUID> records,
        Purpose purpose,
        @Nullable String recipient,
        Clear<ConsentEvidence> evidence,
        UUID author) {

    GrantConsent {
        records = List.copyOf(records);
    }
}
