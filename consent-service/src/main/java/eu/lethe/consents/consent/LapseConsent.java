package eu.lethe.consents.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person was erased, so the consent has nothing left to cover. */
public record LapseConsent(@TargetAggregateIdentifier UUID consentId, UUID erasureId, LocalDate erasedOn) {}
