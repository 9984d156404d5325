package eu.lethe.contracts.events.cases;

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

/** What happens to a referral: to a service of the agency, or to a partner outside it. */
public sealed interface ReferralEvent extends DomainEvent {

    /** What was written to the service or partner. */
    SealedField<ReferralLetter> LETTER = new SealedField<>("letter", Compartment.NARRATIVE, ReferralLetter.class);

    /** What they answered. */
    SealedField<String> ANSWER = new SealedField<>("answer", Compartment.NARRATIVE, String.class);

    /** The file it is in. */
    UUID fileId();

    /** The person whose file it is. */
    UUID personId();

    /** The referral. */
    UUID referralId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return fileId();
    }

    /**
     * The person was referred.
     *
     * @param recipient code of the service or partner
     * @param purpose whose legal basis, or consent, permits the sharing; absent within the agency
     * @param consentId the consent it rests on, if it rests on one
     * @param compartments what is shared
     * @param letter under {@code narrative}; context {@code <referralId>#letter}
     */
    record ReferralMade(
            UUID fileId,
            UUID personId,
            UUID referralId,
            String recipient,
            @Nullable String purpose,
            @Nullable UUID consentId,
            List<Compartment> compartments,
            Sealed<ReferralLetter> letter,
            LocalDate date,
            LocalDate followUpOn,
            UUID author,
            Instant at)
            implements ReferralEvent {

        /** Copies the list. */
        public ReferralMade {
            compartments = List.copyOf(compartments);
        }
    }

    /**
     * The answer came, or it was noted that none did.
     *
     * @param outcome {@code accepted}, {@code refused}, {@code waiting} or {@code no-answer}
     * @param answer under {@code narrative}; context {@code <answerId>#answer}
     * @param followUpOn when to ask again; absent when it is settled
     */
    record ReferralAnswered(
            UUID fileId,
            UUID personId,
            UUID referralId,
            UUID answerId,
            String outcome,
            @Nullable Sealed<String> answer,
            LocalDate answeredOn,
            @Nullable LocalDate followUpOn,
            UUID author,
            Instant at)
            implements ReferralEvent {}

    /**
     * The person had two records, and the merge of them is settled: the referral lies in the kept file from now on. The letter
     * and its answers follow, sealed anew under the kept person's keys; what was written before this event is deleted.
     *
     * @param formerFileId where it was
     * @param author who merged the records
     */
    record ReferralMoved(UUID fileId, UUID personId, UUID referralId, UUID formerFileId, UUID author, Instant at)
            implements ReferralEvent {}
}
