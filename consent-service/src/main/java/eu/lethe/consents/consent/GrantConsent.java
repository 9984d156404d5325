package eu.lethe.consents.consent;

import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.platform.sealing.Clear;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A person agrees that their data serves a purpose. */
record GrantConsent(
        @TargetAggregateIdentifier UUID consentId,
        UUID personId,
        Purpose purpose,
        @Nullable String recipient,
        Clear<ConsentEvidence> evidence,
        UUID author) {}
