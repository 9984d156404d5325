package eu.lethe.cases.contact;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.TakenUnderExceptionalAccess;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a contact. In order of life. */
public sealed interface ContactCommand {

    /** The contact. */
    UUID contactId();

    /**
     * A worker writes down what was said.
     *
     * @param unit the file's
     * @param codes other than health, if any
     * @param healthCodes those of the health compartment, if any
     * @param mentioned other persons the contact is about
     */
    @TakenUnderExceptionalAccess
    record RecordContact(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String unit,
            LocalDate date,
            Clear<String> text,
            @Nullable Clear<Circumstances> circumstances,
            @Nullable Clear<Codes> codes,
            @Nullable Clear<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author)
            implements ContactCommand {

        /** Copies the list. */
        public RecordContact {
            mentioned = List.copyOf(mentioned);
        }
    }

    /**
     * A worker puts right what was written.
     *
     * @param unit the file's
     * @param readRevisionId the wording that the worker had before their eyes
     * @param revisionId of the new wording
     * @param reason a code
     */
    record CorrectContact(
            @TargetAggregateIdentifier UUID contactId,
            UUID fileId,
            String unit,
            UUID readRevisionId,
            UUID revisionId,
            LocalDate date,
            Clear<String> text,
            @Nullable Clear<Circumstances> circumstances,
            List<UUID> mentioned,
            String reason,
            @Nullable Clear<String> reasonText,
            UUID author)
            implements ContactCommand {

        /** Copies the list. */
        public CorrectContact {
            mentioned = List.copyOf(mentioned);
        }
    }

    /**
     * A worker chooses codes afterwards; they take the place of all there were.
     *
     * @param readCodingId the choice that the worker had before their eyes
     * @param codingId of the new choice
     */
    record CodeContact(
            @TargetAggregateIdentifier UUID contactId,
            UUID fileId,
            String unit,
            UUID readCodingId,
            UUID codingId,
            @Nullable Clear<Codes> codes,
            @Nullable Clear<Codes> healthCodes,
            UUID author)
            implements ContactCommand {}

    /** A worker lays a document with the contact; its content is stored already. */
    record AddAttachment(
            @TargetAggregateIdentifier UUID contactId,
            UUID fileId,
            String unit,
            UUID attachmentId,
            Clear<AttachmentDetails> details,
            int size,
            UUID author)
            implements ContactCommand {}

    /** A worker takes a document out again. */
    record RemoveAttachment(
            @TargetAggregateIdentifier UUID contactId, UUID fileId, String unit, UUID attachmentId, UUID author)
            implements ContactCommand {}

    /** A worker takes back a contact that should never have been recorded. */
    record WithdrawContact(
            @TargetAggregateIdentifier UUID contactId,
            UUID fileId,
            String unit,
            String reason,
            @Nullable Clear<String> reasonText,
            UUID author)
            implements ContactCommand {}

    /** A worker brings back a contact that was taken back by mistake, before it is deleted for good. */
    record RestoreContact(@TargetAggregateIdentifier UUID contactId, UUID fileId, String unit, UUID author)
            implements ContactCommand {}

    /**
     * A worker takes back a contact that was filed under the wrong person, and files it under the right one.
     *
     * @param unit that of the file it is in
     * @param to where it belongs
     */
    record RefileContact(
            @TargetAggregateIdentifier UUID contactId,
            UUID fileId,
            String unit,
            Place to,
            @Nullable Clear<String> reasonText,
            UUID author)
            implements ContactCommand {}

    /**
     * A merge is settled: what was in the duplicate's file, whatever became of that file, belongs into the kept one. Asking
     * twice moves it once.
     *
     * @param to where it belongs
     * @param author who merged
     */
    @ByItself
    record MoveContact(@TargetAggregateIdentifier UUID contactId, Place to, UUID author) implements ContactCommand {}

    /**
     * Where a contact is filed anew.
     *
     * @param contactId what it is called there
     * @param unit the file's
     */
    record Place(UUID fileId, UUID personId, String unit, UUID contactId) {}
}
