package eu.lethe.cases.filepage;

import eu.lethe.cases.casefile.ClosingReasons;
import eu.lethe.cases.contact.MentionedPersons;
import eu.lethe.cases.person.PersonView;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.access.ExceptionalAccess;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as a worker reads it: who, since when, what was said, until when it is kept.
 *
 * @param referent null after a transfer until somebody is assigned
 * @param state {@code live} or {@code closed}
 * @param contacts the newest, newest first
 * @param next where those before begin, given as {@code after} to {@code /timeline}; null when there are none
 * @param timeline what there is to read in all
 * @param exceptionalAccess by which the reader is here, if they are
 */
record FileView(
        UUID fileId,
        String unit,
        String unitLabel,
        LocalDate openedOn,
        @Nullable Staff referent,

        @Pattern(regexp = "live|closed") String state,

        @Nullable LocalDate closedOn,

        @Pattern(regexp = ClosingReasons.CODES) @Nullable String closingReason,

        @Nullable ExceptionalAccess exceptionalAccess,
        PersonView person,
        List<ContactView> contacts,
        @Nullable String next,
        TimelineView timeline,
        List<WithdrawnView> withdrawn,
        @Nullable RetentionView retention) {

    /**
     * A member of staff.
     *
     * @param name null for somebody who never called this service
     */
    record Staff(UUID id, @Nullable String name) {}

    /**
     * The contacts of the file that nobody took back, shown yet or not.
     *
     * @param contacts how many
     * @param oldestOn the day of the oldest
     * @param authors who wrote them
     * @param years when, the latest first
     */
    record TimelineView(int contacts, @Nullable LocalDate oldestOn, List<AuthorShare> authors, List<YearShare> years) {}

    /** How many contacts somebody wrote. */
    record AuthorShare(Staff author, int contacts) {}

    /** How many contacts there were in a year. */
    record YearShare(int year, int contacts) {}

    /**
     * A contact, opened.
     *
     * @param revisionId of the wording shown
     * @param codingId of the choice of codes shown
     * @param corrected whether there are earlier wordings
     * @param people those of {@code persons}, with names for a reader who may read about them
     * @param filedBy who put it into this file, when it had been filed under the wrong person
     * @param unreadable compartments whose keys are gone, so that text or codes are null
     */
    record ContactView(
            UUID contactId,
            UUID revisionId,
            LocalDate date,
            @Nullable String text,
            @Nullable String means,
            @Nullable String place,
            boolean corrected,
            UUID codingId,
            @Nullable List<String> codes,
            List<UUID> persons,
            List<MentionedPersons.Mention> people,
            List<AttachmentView> attachments,
            Staff author,
            @Nullable Staff filedBy,
            Instant recordedAt,
            List<Compartment> unreadable) {

        @Override
        public String toString() {
            return "ContactView[" + contactId + "]";
        }
    }

    /**
     * A document that lies with a contact.
     *
     * @param name null when its key is gone, like the media type
     * @param size in bytes
     */
    record AttachmentView(
            UUID attachmentId,
            @Nullable String name,
            @Nullable String mediaType,
            int size,
            Instant addedAt) {

        @Override
        public String toString() {
            return "AttachmentView[" + attachmentId + "]";
        }
    }

    /**
     * A contact was taken back here.
     *
     * @param date when it took place
     * @param erasedOn the day on which it is deleted for good
     * @param restorable whether it can still be brought back
     */
    record WithdrawnView(
            UUID contactId,
            LocalDate date,
            LocalDate withdrawnOn,
            Staff withdrawnBy,
            LocalDate erasedOn,
            boolean restorable) {}

    /**
     * Until when the file is kept.
     *
     * @param label a sentence in the reader's language
     */
    record RetentionView(String rule, String ruleLabel, LocalDate dueOn, String label) {}
}
