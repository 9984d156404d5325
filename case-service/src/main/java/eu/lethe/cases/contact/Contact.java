package eu.lethe.cases.contact;

import static eu.lethe.contracts.events.cases.ContactEvent.CIRCUMSTANCES;
import static eu.lethe.contracts.events.cases.ContactEvent.CODES;
import static eu.lethe.contracts.events.cases.ContactEvent.DETAILS;
import static eu.lethe.contracts.events.cases.ContactEvent.HEALTH_CODES;
import static eu.lethe.contracts.events.cases.ContactEvent.REASON_TEXT;
import static eu.lethe.contracts.events.cases.ContactEvent.TEXT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.contact.ContactCommand.AddAttachment;
import eu.lethe.cases.contact.ContactCommand.CodeContact;
import eu.lethe.cases.contact.ContactCommand.CorrectContact;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.contact.ContactCommand.RemoveAttachment;
import eu.lethe.cases.contact.ContactCommand.RestoreContact;
import eu.lethe.cases.contact.ContactCommand.WithdrawContact;
import eu.lethe.cases.contact.ContactContent.Attachment;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.contact.ContactContent.Wording;
import eu.lethe.cases.contact.attachment.AttachmentContents;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentAdded;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentRemoved;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands what may become of a contact once it is recorded: it is corrected, coded, completed, taken back, restored. */
@EventSourced
final class Contact {

    private static final int MOST_ATTACHMENTS = 50;

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;
    private @Nullable String unit;
    private @Nullable UUID author;
    private @Nullable Wording wording;
    private @Nullable Coding coding;
    private List<UUID> mentioned = List.of();
    private Map<UUID, Attachment> attachments = new LinkedHashMap<>();
    private boolean withdrawn;
    private @Nullable LocalDate erasedOn;

    @SuppressWarnings("NullAway.Init") // the first event names the contact
    Contact() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the contact
    Contact(RecordContact contact, @Nullable UUID household, Sealer sealer, BusinessClock clock) {
        PlausibleDay.require("/date", contact.date(), clock.today());
        var record = contact.contactId();
        apply(new ContactRecorded(
                contact.fileId(),
                contact.personId(),
                record,
                contact.unit(),
                contact.date(),
                household,
                sealer.seal(contact.personId(), TEXT, record, contact.text()),
                sealer.sealAny(contact.personId(), CODES, record, contact.codes()),
                sealer.sealAny(contact.personId(), HEALTH_CODES, record, contact.healthCodes()),
                contact.mentioned(),
                sealer.sealAny(contact.personId(), CIRCUMSTANCES, record, contact.circumstances()),
                null,
                null,
                contact.author(),
                clock.now()));
    }

    /** The same contact, filed under another person: told again from its beginning, content sealed for them already. */
    @SuppressWarnings("NullAway.Init") // applying the event names the contact
    Contact(Place place, RefiledContent content, HouseholdsOfThatDay households, UUID filedBy, BusinessClock clock) {
        var at = clock.now();
        apply(content.recorded(place, households, filedBy, at));
        content.corrections(place, households, at).forEach(AggregateLifecycle::apply);
        tell(place, content.attachments(), filedBy, at);
    }

    @CommandHandler
    void handle(
            CorrectContact correct,
            FilesOnRecord files,
            HouseholdsOfThatDay households,
            Sealer sealer,
            BusinessClock clock) {
        requireHere(correct.fileId());
        files.requireWritable(file, correct.unit());
        ReadRevision.require(correct.readRevisionId(), requireWording().revisionId());
        PlausibleDay.require("/date", correct.date(), clock.today());
        var revision = correct.revisionId();
        apply(new ContactCorrected(
                file,
                person,
                id,
                revision,
                correct.date(),
                households.of(person, correct.date()),
                sealer.seal(person, TEXT, revision, correct.text()),
                sealer.sealAny(person, CIRCUMSTANCES, revision, correct.circumstances()),
                correct.mentioned(),
                correct.reason(),
                sealer.sealAny(person, REASON_TEXT, revision, correct.reasonText()),
                null,
                correct.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(
            CodeContact code,
            FilesOnRecord files,
            GoneCodings gone,
            HouseholdsOfThatDay households,
            Sealer sealer,
            BusinessClock clock) {
        requireHere(code.fileId());
        files.requireWritable(file, code.unit());
        if (!gone.replaced(id, code.readCodingId(), code.codingId())) {
            ReadRevision.require(code.readCodingId(), coding == null ? id : coding.codingId());
        }
        apply(new ContactCoded(
                file,
                person,
                id,
                code.codingId(),
                unit == null ? code.unit() : unit,
                requireWording().date(),
                households.of(person, requireWording().date()),
                sealer.sealAny(person, CODES, code.codingId(), code.codes()),
                sealer.sealAny(person, HEALTH_CODES, code.codingId(), code.healthCodes()),
                mentioned,
                code.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(
            AddAttachment add, FilesOnRecord files, AttachmentContents contents, Sealer sealer, BusinessClock clock) {
        requireHere(add.fileId());
        files.requireWritable(file, add.unit());
        if (attachments.size() >= MOST_ATTACHMENTS) {
            throw Problem.of(HttpStatus.CONFLICT, "attachments-many");
        }
        contents.complete(add.attachmentId());
        apply(new AttachmentAdded(
                file,
                person,
                id,
                add.attachmentId(),
                sealer.seal(person, DETAILS, add.attachmentId(), add.details()),
                add.size(),
                add.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(RemoveAttachment remove, FilesOnRecord files, AttachmentContents contents, BusinessClock clock) {
        requireHere(remove.fileId());
        files.requireWritable(file, remove.unit());
        if (!attachments.containsKey(remove.attachmentId())) {
            throw Problem.notFound();
        }
        contents.delete(remove.attachmentId());
        apply(new AttachmentRemoved(file, person, id, remove.attachmentId(), remove.author(), clock.now()));
    }

    @CommandHandler
    void handle(
            WithdrawContact withdraw,
            FilesOnRecord files,
            WithdrawnContacts withdrawnContacts,
            Sealer sealer,
            BusinessClock clock) {
        requireHere(withdraw.fileId());
        files.requireWritable(file, withdraw.unit());
        apply(new ContactWithdrawn(
                file,
                person,
                id,
                withdraw.reason(),
                sealer.sealAny(person, REASON_TEXT, id, withdraw.reasonText()),
                requireWording().date(),
                withdrawnContacts.order(id, attachments.keySet()),
                withdraw.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(
            RestoreContact restore,
            FilesOnRecord files,
            HouseholdsOfThatDay households,
            WithdrawnContacts withdrawnContacts,
            BusinessClock clock) {
        if (!withdrawn || erasedOn == null || !file.equals(restore.fileId())) {
            throw Problem.notFound();
        }
        files.requireWritable(file, restore.unit());
        if (!clock.today().isBefore(erasedOn) || !withdrawnContacts.callOff(id)) {
            throw Problem.of(HttpStatus.GONE, "contact-erased").with("erasedOn", erasedOn);
        }
        var whole = content();
        var place = new Place(file, person, unit == null ? restore.unit() : unit, id);
        var at = clock.now();
        apply(new ContactRestored(
                file,
                person,
                id,
                place.unit(),
                whole.wording().date(),
                households.of(person, whole.wording().date()),
                whole.wording().revisionId(),
                whole.wording().text(),
                whole.wording().circumstances(),
                whole.coding().codingId(),
                whole.coding().codes(),
                whole.coding().healthCodes(),
                whole.mentioned(),
                whole.author(),
                restore.author(),
                at));
        tell(place, whole.attachments(), restore.author(), at);
    }

    /** It is filed under another person now: here nothing of it is left. */
    void leave(String reason, @Nullable Clear<String> reasonText, UUID by, Sealer sealer, BusinessClock clock) {
        var text = sealer.sealAny(person, REASON_TEXT, id, reasonText);
        apply(new ContactWithdrawn(file, person, id, reason, text, null, null, by, clock.now()));
    }

    private static void tell(Place place, Map<UUID, Attachment> documents, UUID by, Instant at) {
        documents.forEach((attachmentId, document) -> apply(new AttachmentAdded(
                place.fileId(),
                place.personId(),
                place.contactId(),
                attachmentId,
                document.details(),
                document.size(),
                by,
                at)));
    }

    /** Refuses (404) a contact that is in another file, or in none any more. */
    void requireHere(UUID wantedFile) {
        if (withdrawn || !file.equals(wantedFile)) {
            throw Problem.notFound();
        }
    }

    /** Whether it was taken back. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    /** What it consists of now. */
    ContactContent content() {
        return new ContactContent(
                requireWording(),
                coding == null ? new Coding(id, null, null) : coding,
                mentioned,
                attachments,
                Objects.requireNonNull(author));
    }

    /** Its text may be gone, key and event, while its codes remain. */
    private Wording requireWording() {
        if (wording == null) {
            throw Problem.of(HttpStatus.GONE, "erased");
        }
        return wording;
    }

    @EventSourcingHandler
    void on(ContactRecorded recorded) {
        id = recorded.contactId();
        file = recorded.fileId();
        person = recorded.personId();
        unit = recorded.unit();
        author = recorded.author();
        wording = new Wording(id, recorded.date(), recorded.text(), recorded.circumstances());
        coding = new Coding(id, recorded.codes(), recorded.healthCodes());
        mentioned = recorded.mentioned();
    }

    @EventSourcingHandler
    void on(ContactCorrected corrected) {
        identify(corrected);
        wording = new Wording(corrected.revisionId(), corrected.date(), corrected.text(), corrected.circumstances());
        mentioned = corrected.mentioned();
        author = author == null ? corrected.author() : author;
    }

    @EventSourcingHandler
    void on(ContactCoded coded) {
        identify(coded);
        coding = new Coding(coded.codingId(), coded.codes(), coded.healthCodes());
        unit = coded.unit();
    }

    @EventSourcingHandler
    void on(AttachmentAdded added) {
        identify(added);
        attachments.put(added.attachmentId(), new Attachment(added.details(), added.size()));
    }

    @EventSourcingHandler
    void on(AttachmentRemoved removed) {
        identify(removed);
        attachments.remove(removed.attachmentId());
    }

    @EventSourcingHandler
    void on(ContactWithdrawn gone) {
        identify(gone);
        withdrawn = true;
        erasedOn = gone.erasedOn();
        if (erasedOn == null) {
            wording = null;
            coding = null;
            attachments.clear();
        }
    }

    @EventSourcingHandler
    void on(ContactRestored back) {
        identify(back);
        withdrawn = false;
        erasedOn = null;
        unit = back.unit();
        author = back.writtenBy();
        wording = new Wording(back.revisionId(), back.date(), back.text(), back.circumstances());
        coding = new Coding(back.codingId(), back.codes(), back.healthCodes());
        mentioned = back.mentioned();
    }

    /** After pruning, any event may be the first one left. */
    private void identify(ContactEvent event) {
        id = event.contactId();
        file = event.fileId();
        person = event.personId();
    }
}
