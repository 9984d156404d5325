package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Sealed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands what a contact consists of at one moment, sealed as it is. */
record ContactContent(
        Wording wording, Coding coding, List<UUID> mentioned, Map<UUID, Attachment> attachments, UUID author) {

    /**
     * What was written.
     *
     * @param revisionId that it was sealed for
     */
    record Wording(
            UUID revisionId,
            LocalDate date,
            Sealed<String> text,
            @Nullable Sealed<Circumstances> circumstances) {}

    /**
     * What was chosen of the nomenclature.
     *
     * @param codingId that it was sealed for
     */
    record Coding(
            UUID codingId,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes) {}

    /** A document, without its content. */
    record Attachment(Sealed<AttachmentDetails> details, int size) {}

    ContactContent {
        mentioned = List.copyOf(mentioned);
        attachments = Map.copyOf(attachments);
    }
}
