package eu.lethe.cases.referral;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a referral. In order of life. */
sealed interface ReferralCommand {

    /**
     * A worker refers the person.
     *
     * @param unit the file's
     * @param purpose whose ground permits the sharing; absent within the agency
     * @param consentId the consent it rests on, if it rests on one
     */
    record ReferPerson(
            @TargetAggregateIdentifier UUID referralId,
            UUID fileId,
            UUID personId,
            String unit,
            String recipient,
            @Nullable String purpose,
            @Nullable UUID consentId,
            List<Compartment> compartments,
            Clear<ReferralLetter> letter,
            LocalDate date,
            LocalDate followUpOn,
            UUID author)
            implements ReferralCommand {

        /** Copies the list. */
        public ReferPerson {
            compartments = List.copyOf(compartments);
        }
    }

    /**
     * A worker notes what came back.
     *
     * @param unit the file's
     * @param followUpOn when to ask again
     */
    record NoteAnswer(
            @TargetAggregateIdentifier UUID referralId,
            UUID fileId,
            String unit,
            UUID answerId,
            String outcome,
            @Nullable Clear<String> answer,
            LocalDate answeredOn,
            @Nullable LocalDate followUpOn,
            UUID author)
            implements ReferralCommand {}

    /**
     * A merge is settled: what was in the duplicate's file, whatever became of that file, belongs into the kept one. Asking
     * twice moves it once.
     *
     * @param author who merged
     */
    @ByItself
    record MoveReferral(@TargetAggregateIdentifier UUID referralId, UUID fileId, UUID personId, UUID author)
            implements ReferralCommand {}
}
