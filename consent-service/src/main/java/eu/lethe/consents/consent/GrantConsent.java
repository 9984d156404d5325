package eu.lethe.consents.consent;

import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A person agrees that their data serves a purpose.
 *
 * @param compartments what is agreed to: all that the purpose covers, or less
 * @param partner whom the evidence names, where the recipient stands for many
 * @param grantedOn when they agreed, if that was before today
 * @param records the person's: this one, and the duplicates that are read through it
 */
record GrantConsent(
        @TargetAggregateIdentifier UUID consentId,
        UUID personId,
        List<UUID> records,
        Purpose purpose,
        @Nullable String recipient,
        List<Compartment> compartments,
        Optional<PartnerName> partner,
        Clear<ConsentEvidence> evidence,
        @Nullable LocalDate grantedOn,
        UUID author) {

    GrantConsent {
        records = List.copyOf(records);
        compartments = List.copyOf(compartments);
    }
}
