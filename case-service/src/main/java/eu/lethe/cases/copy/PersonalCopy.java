package eu.lethe.cases.copy;

import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.copy.GivenConsents.GivenConsent;
import eu.lethe.cases.referral.ReferralView;
import eu.lethe.cases.thirdparty.InformationForTheCopy.Masked;
import eu.lethe.contracts.sealing.Compartment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the agency keeps about a person, as they may have it: all of it but other people's names and data.
 *
 * @param madeOn the agency's day
 * @param file absent where there is none
 * @param mentionedOn days of contacts in other people's files that speak of the person too
 * @param thirdParty what others reported, never who
 * @param readers who read about the person, as long as the journal is kept
 */
record PersonalCopy(
        LocalDate madeOn,
        Identity person,
        @Nullable File file,
        List<Contact> contacts,
        List<LocalDate> mentionedOn,
        List<AssessmentView> assessments,
        List<ReferralView> referrals,
        List<Masked> thirdParty,
        List<GivenConsent> consents,
        List<Reading> readers) {

    /** Who the person is. */
    record Identity(
            UUID personId,
            @Nullable String familyName,
            @Nullable String givenName,
            List<String> aliases,
            List<String> earlierNames,
            @Nullable LocalDate birthDate,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String householdType) {

        @Override
        public String toString() {
            return "Identity[" + personId + "]";
        }
    }

    /**
     * The file.
     *
     * @param keptUntil a sentence in the reader's language; absent until retention-service has said
     */
    record File(
            UUID fileId,
            String unitLabel,
            LocalDate openedOn,
            @Nullable String referent,
            @Nullable String keptUntil) {}

    /**
     * A contact.
     *
     * @param text null once its key is gone
     * @param codes in words of the reader's language
     */
    record Contact(
            LocalDate date,
            @Nullable String text,
            List<String> codes,
            @Nullable String author) {

        @Override
        public String toString() {
            return "Contact[" + date + "]";
        }
    }

    /** Somebody read about the person. */
    record Reading(Instant at, @Nullable String reader, List<Compartment> compartments, String reason) {}

    @Override
    public String toString() {
        return "PersonalCopy[" + person.personId() + "]";
    }
}
