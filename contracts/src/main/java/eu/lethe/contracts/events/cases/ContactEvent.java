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

/** What happens to a contact. */
public sealed interface ContactEvent extends DomainEvent {

    /** What was said. */
    SealedField<String> TEXT = new SealedField<>("text", Compartment.NARRATIVE, String.class);

    /** Where or how. */
    SealedField<Circumstances> CIRCUMSTANCES =
            new SealedField<>("circumstances", Compartment.NARRATIVE, Circumstances.class);

    /** Problems and interventions other than health. */
    SealedField<Codes> CODES = new SealedField<>("codes", Compartment.CODING, Codes.class);

    /** Those of health. */
    SealedField<Codes> HEALTH_CODES = new SealedField<>("healthCodes", Compartment.HEALTH, Codes.class);

    /** Why it was corrected or withdrawn, in words. */
    SealedField<String> REASON_TEXT = new SealedField<>("reasonText", Compartment.RIGHTS, String.class);

    /** What a document is called. */
    SealedField<AttachmentDetails> DETAILS =
            new SealedField<>("details", Compartment.NARRATIVE, AttachmentDetails.class);

    /** The file it is in. */
    UUID fileId();

    /** The person whose file it is. */
    UUID personId();

    /** The contact. */
    UUID contactId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return fileId();
    }

    /**
     * A worker met, called or wrote to the person, and wrote down what was said.
     *
     * @param date the day it took place
     * @param household the person's on that day, as far as it was known when this was written; absent when they had none
     * @param text context {@code <contactId>#text}
     * @param codes problems and interventions other than health; context {@code <contactId>#codes}
     * @param healthCodes those of the {@code health} compartment; context {@code <contactId>#healthCodes}
     * @param mentioned other persons the contact is about
     * @param circumstances where or how; context {@code <contactId>#circumstances}
     * @param filedBy who put it into this file, when it had been filed under the wrong person
     * @param wordedAt when it was worded so, if that was before {@code at}: the contact was moved here and is told again
     */
    record ContactRecorded(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String unit,
            LocalDate date,
            @Nullable UUID household,
            Sealed<String> text,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            @Nullable Sealed<Circumstances> circumstances,
            @Nullable UUID filedBy,
            @Nullable Instant wordedAt,
            UUID author,
            Instant at)
            implements ContactEvent {

        /** Copies the list. */
        public ContactRecorded {
            mentioned = List.copyOf(mentioned);
        }

        /** When it was worded so, in whichever file it was then. */
        public Instant writtenAt() {
            return wordedAt == null ? at : wordedAt;
        }
    }

    /**
     * The text, the day or the circumstances were wrong. What was there before stays readable in the file.
     *
     * @param revisionId of this wording; the first wording's is the contact's own id
     * @param household the person's on the day that is now right, as far as it is known; absent when they had none
     * @param text context {@code <revisionId>#text}
     * @param circumstances context {@code <revisionId>#circumstances}
     * @param mentioned other persons the contact is about
     * @param reason {@code typing-error}, {@code incomplete}, {@code wrong-fact} or {@code on-request} (GDPR 16)
     * @param reasonText under {@code rights}; context {@code <revisionId>#reasonText}
     * @param wordedAt when it was worded so, if that was before {@code at}: the contact was moved here and is told again
     */
    record ContactCorrected(
            UUID fileId,
            UUID personId,
            UUID contactId,
            UUID revisionId,
            LocalDate date,
            @Nullable UUID household,
            Sealed<String> text,
            @Nullable Sealed<Circumstances> circumstances,
            List<UUID> mentioned,
            String reason,
            @Nullable Sealed<String> reasonText,
            @Nullable Instant wordedAt,
            UUID author,
            Instant at)
            implements ContactEvent {

        /** Copies the list. */
        public ContactCorrected {
            mentioned = List.copyOf(mentioned);
        }

        /** When it was worded so, in whichever file it was then. */
        public Instant writtenAt() {
            return wordedAt == null ? at : wordedAt;
        }
    }

    /**
     * A worker chose the contact's codes, afterwards. They take the place of all it had.
     *
     * @param unit whose figures they enter
     * @param date the contact's
     * @param household the person's on that day, as far as it is known; absent when they had none
     * @param codes problems and interventions other than health; context {@code <codingId>#codes}
     * @param healthCodes those of the {@code health} compartment; context {@code <codingId>#healthCodes}
     * @param mentioned other persons the contact is about
     */
    record ContactCoded(
            UUID fileId,
            UUID personId,
            UUID contactId,
            UUID codingId,
            String unit,
            LocalDate date,
            @Nullable UUID household,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author,
            Instant at)
            implements ContactEvent {

        /** Copies the list. */
        public ContactCoded {
            mentioned = List.copyOf(mentioned);
        }
    }

    /**
     * The contact does not belong into the file: it was filed under the wrong person, or should not have been written.
     * Consumers delete their copy; if the contact comes back, {@code ContactRestored} brings all of it. If it was another
     * person's, it was recorded anew there, sealed under the right key; which file that is, is not told.
     *
     * @param reason {@code wrong-person} or {@code recorded-in-error}
     * @param reasonText under {@code rights}; context {@code <contactId>#reasonText}
     * @param date the contact's, under which the file shows the gap; absent when it shows none
     * @param erasedOn the day on which it is deleted for good, before which it may come back; absent when that is at once
     */
    record ContactWithdrawn(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String reason,
            @Nullable Sealed<String> reasonText,
            @Nullable LocalDate date,
            @Nullable LocalDate erasedOn,
            UUID author,
            Instant at)
            implements ContactEvent {}

    /**
     * The contact was withdrawn by mistake and is back, as it was: consumers take it in as if it were recorded now.
     *
     * @param unit whose figures it enters
     * @param household the person's on the contact's day, as far as it is known; absent when they had none
     * @param revisionId of the wording in force
     * @param text context {@code <revisionId>#text}
     * @param circumstances context {@code <revisionId>#circumstances}
     * @param codingId of the codes in force
     * @param codes problems and interventions other than health; context {@code <codingId>#codes}
     * @param healthCodes those of the {@code health} compartment; context {@code <codingId>#healthCodes}
     * @param mentioned other persons the contact is about
     * @param writtenBy who recorded it; {@code author} is who brought it back
     */
    record ContactRestored(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String unit,
            LocalDate date,
            @Nullable UUID household,
            UUID revisionId,
            Sealed<String> text,
            @Nullable Sealed<Circumstances> circumstances,
            UUID codingId,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            UUID writtenBy,
            UUID author,
            Instant at)
            implements ContactEvent {

        /** Copies the list. */
        public ContactRestored {
            mentioned = List.copyOf(mentioned);
        }
    }

    /**
     * A document was laid with the contact. Its content stays in case-service, sealed as a stream.
     *
     * @param details context {@code <attachmentId>#details}
     * @param size bytes in clear
     */
    record AttachmentAdded(
            UUID fileId,
            UUID personId,
            UUID contactId,
            UUID attachmentId,
            Sealed<AttachmentDetails> details,
            int size,
            UUID author,
            Instant at)
            implements ContactEvent {}

    /** The document was taken out again; its content is deleted. */
    record AttachmentRemoved(UUID fileId, UUID personId, UUID contactId, UUID attachmentId, UUID author, Instant at)
            implements ContactEvent {}
}
