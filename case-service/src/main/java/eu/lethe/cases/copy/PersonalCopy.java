package eu.lethe.cases.copy;

import eu.lethe.cases.access.BarriersForTheCopy.Barrier;
import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.casefile.ClosingReasons;
import eu.lethe.cases.contact.ContactsForTheCopy.Withdrawn;
import eu.lethe.cases.copy.GivenConsents.GivenConsent;
import eu.lethe.cases.household.OwnMemberships.Own;
import eu.lethe.cases.referral.ReferralView;
import eu.lethe.cases.reported.InformationForTheCopy.Masked;
import eu.lethe.contracts.sealing.Compartment;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the agency keeps about a person, as they may have it: all of it but other people's names and data.
 *
 * @param madeOn the agency's day
 * @param rereading who reread it and how much was masked; absent while it is only read by who makes it
 * @param part which of several it is; absent when it is all in one
 * @param otherRecords who the person is by records that prove to be theirs too
 * @param households where they live, and did; of the others, only how many there are
 * @param file absent where there is none
 * @param mentionedOn days of contacts in other people's files that speak of the person too
 * @param earlierAssessments wordings that others took the place of, oldest first
 * @param thirdParty what others reported, never who
 * @param barriers who may not read about them: since when and why
 * @param readers who read about the person, as long as the journal is kept
 */
record PersonalCopy(
        LocalDate madeOn,
        @Nullable Reread rereading,
        @Nullable Part part,
        Identity person,
        List<Identity> otherRecords,
        List<Own> households,
        @Nullable File file,
        List<Contact> contacts,
        List<LocalDate> mentionedOn,
        List<AssessmentView> assessments,
        List<AssessmentView> earlierAssessments,
        List<ReferralView> referrals,
        List<Masked> thirdParty,
        List<GivenConsent> consents,
        List<Barrier> barriers,
        List<Reading> readers) {

    /**
     * That the copy was reread before it was handed over.
     *
     * @param by null where their name is not known any more
     * @param masks how many passages are masked
     * @param reasons why, each once
     */
    record Reread(
            LocalDate on, @Nullable String by, int masks, List<@Pattern(regexp = Decision.REASONS) String> reasons) {}

    /**
     * Part of a long copy. The first also holds whatever is no contact.
     *
     * @param of how many there are
     * @param from the day of its oldest contact
     * @param to that of its newest
     * @param division which parts belong together
     */
    record Part(int number, int of, LocalDate from, LocalDate to, String division) {}

    /** A part behind the first: whose it is, and contacts. */
    static PersonalCopy later(
            LocalDate madeOn, Part part, Identity person, List<Identity> otherRecords, List<Contact> contacts) {
        return new PersonalCopy(
                madeOn,
                null,
                part,
                person.named(),
                otherRecords.stream().map(Identity::named).toList(),
                List.of(),
                null,
                contacts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same, with who reread it. */
    PersonalCopy reread(Reread by) {
        return new PersonalCopy(
                madeOn,
                by,
                part,
                person,
                otherRecords,
                households,
                file,
                contacts,
                mentionedOn,
                assessments,
                earlierAssessments,
                referrals,
                thirdParty,
                consents,
                barriers,
                readers);
    }

    /**
     * Who the person is.
     *
     * @param birthYear where the day is not known
     */
    record Identity(
            UUID personId,
            @Nullable String familyName,
            @Nullable String givenName,
            List<String> aliases,
            List<String> earlierNames,
            @Nullable LocalDate birthDate,
            @Nullable Integer birthYear,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String householdType) {

        /** No more than whose sheets these are. */
        Identity named() {
            return new Identity(
                    personId, familyName, givenName, aliases, earlierNames, null, null, null, null, null, null);
        }

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
            @Nullable String keptUntil,
            @Nullable LocalDate closedOn,

            @Pattern(regexp = ClosingReasons.CODES) @Nullable String closingReason) {}

    /**
     * A contact.
     *
     * @param text null once its key is gone
     * @param means {@code visit}, {@code phone}, …; null with the place once their key is gone
     * @param revisionId of its wording
     * @param classification the codes themselves
     * @param codes in words of the reader's language
     * @param documents laid with it; their content is apart
     * @param earlier how it was worded before, oldest first
     * @param withdrawn when it was taken back, if it was
     */
    record Contact(
            UUID contactId,
            UUID revisionId,
            LocalDate date,
            @Nullable String text,
            @Nullable String means,
            @Nullable String place,
            List<String> codes,
            List<String> classification,
            @Nullable String author,
            List<Document> documents,
            List<Wording> earlier,
            @Nullable Withdrawn withdrawn) {

        @Override
        public String toString() {
            return "Contact[" + date + "]";
        }
    }

    /**
     * An earlier wording.
     *
     * @param replacedAt when another took its place, and why
     */
    record Wording(
            UUID revisionId,
            LocalDate date,
            @Nullable String text,
            @Nullable String means,
            @Nullable String place,
            @Nullable String author,
            Instant writtenAt,
            Instant replacedAt,
            @Nullable String reason,
            @Nullable String reasonText) {

        @Override
        public String toString() {
            return "Wording[" + date + "]";
        }
    }

    /**
     * A document.
     *
     * @param name null once its key is gone
     * @param size in bytes
     * @param address where a worker who may read the file has its content from
     */
    record Document(
            UUID attachmentId,
            @Nullable String name,
            @Nullable String mediaType,
            int size,
            LocalDate addedOn,
            String address) {

        @Override
        public String toString() {
            return "Document[" + addedOn + "]";
        }
    }

    /** Somebody read about the person. */
    record Reading(Instant at, @Nullable String reader, List<Compartment> compartments, String reason) {}

    @Override
    public String toString() {
        return "PersonalCopy[" + person.personId() + "]";
    }
}
