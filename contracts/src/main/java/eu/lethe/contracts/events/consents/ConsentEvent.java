package eu.lethe.contracts.events.consents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person allowed, and took back. */
public sealed interface ConsentEvent extends DomainEvent {

    /** How it was given. */
    SealedField<ConsentEvidence> EVIDENCE = new SealedField<>("evidence", Compartment.CONSENT, ConsentEvidence.class);

    /** The consent. */
    UUID consentId();

    /** Who gave it. */
    UUID personId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return personId();
    }

    /**
     * The person agreed that their data serves a purpose (GDPR art. 6(1)(a)).
     *
     * @param compartments what the purpose covers
     * @param evidence context {@code <consentId>#evidence}
     * @param author the worker who recorded it
     */
    record ConsentGranted(
            UUID consentId,
            UUID personId,
            String purpose,
            @Nullable String recipient,
            List<Compartment> compartments,
            Sealed<ConsentEvidence> evidence,
            LocalDate grantedOn,
            UUID author,
            Instant at)
            implements ConsentEvent {

        /** Copies the list. */
        public ConsentGranted {
            compartments = List.copyOf(compartments);
        }
    }

    /** The person took the consent back (GDPR art. 7(3)). */
    record ConsentWithdrawn(
            UUID consentId,
            UUID personId,
            String purpose,
            List<Compartment> compartments,
            LocalDate withdrawnOn,
            UUID author,
            Instant at)
            implements ConsentEvent {

        /** Copies the list. */
        public ConsentWithdrawn {
            compartments = List.copyOf(compartments);
        }
    }

    /** The person was erased, so the consent has nothing left to cover. */
    record ConsentLapsed(UUID consentId, UUID personId, UUID erasureId, LocalDate lapsedOn, Instant at)
            implements ConsentEvent {}
}
