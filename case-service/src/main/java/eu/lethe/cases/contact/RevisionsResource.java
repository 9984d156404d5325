package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading how a contact was worded before. */
@RestController
class RevisionsResource {

    /** Oldest first. */
    record Wordings(List<WordingView> items) {}

    /**
     * One wording.
     *
     * @param text null when its key is gone
     * @param reason why it took the place of the one before
     */
    record WordingView(
            UUID revisionId,
            LocalDate date,
            @Nullable String text,
            @Nullable String means,
            @Nullable String place,
            Staff author,
            Instant at,

            @Pattern(regexp = ContactRequest.CORRECTION_REASONS) @Nullable String reason,

            @Nullable String reasonText) {

        @Override
        public String toString() {
            return "WordingView[" + revisionId + "]";
        }
    }

    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final Revisions revisions;
    private final Opener opener;
    private final StaffDirectory staff;

    RevisionsResource(
            ReadableFiles readable,
            Duplicates duplicates,
            Contacts contacts,
            Revisions revisions,
            Opener opener,
            StaffDirectory staff) {
        this.readable = readable;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.revisions = revisions;
        this.opener = opener;
        this.staff = staff;
    }

    /** All wordings of a contact. */
    @GetMapping("/api/cases/files/{fileId}/contacts/{contactId}/revisions")
    Wordings revisions(@PathVariable UUID fileId, @PathVariable UUID contactId, Caller caller) {
        var admission = readable.requireOpening(fileId, caller, "correction", Compartment.NARRATIVE);
        var wordings = revisions.of(contacts.require(duplicates.fileIds(fileId), contactId));
        var reading = opener.reading(admission).prepare(wordings.stream().flatMap(Revisions.Row::sealed));
        return new Wordings(
                wordings.stream().map(wording -> view(wording, reading)).toList());
    }

    private WordingView view(Revisions.Row revision, Reading reading) {
        var circumstances = revision.circumstances(reading).orElseGet(() -> new Circumstances(null, null));
        return new WordingView(
                revision.revisionId(),
                revision.date(),
                revision.text(reading).orElse(null),
                circumstances.means(),
                circumstances.place(),
                staff.named(revision.author()),
                revision.at(),
                revision.reason(),
                revision.reasonText(reading).orElse(null));
    }
}
