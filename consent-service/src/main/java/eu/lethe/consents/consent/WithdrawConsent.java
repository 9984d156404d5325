package eu.lethe.consents.consent;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A person takes a consent back. Nothing else is asked: it is as easy as granting (GDPR art. 7(3)). */
record WithdrawConsent(@TargetAggregateIdentifier UUID consentId, UUID author) {}
