package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactCommand.AddAttachment;
import eu.lethe.cases.contact.ContactCommand.RemoveAttachment;
import eu.lethe.cases.contact.attachment.AttachmentContents;
import eu.lethe.cases.contact.attachment.AttachmentStream;
import eu.lethe.cases.contact.attachment.Attachments;
import eu.lethe.cases.contact.attachment.FileName;
import eu.lethe.cases.contact.attachment.SafeFileName;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.AnswersUnderLease;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Laying a document with a contact, reading it, taking it out. */
@RestController
@RequestMapping("/api/cases/files/{fileId}/contacts/{contactId}/attachments")
class AttachmentResource {

    /** What was found in the content. */
    record Added(UUID attachmentId, String mediaType, int size) {}

    /** What is kept of the answer, for who sends the same again: what was found in it is sealed, and is found again. */
    record Laid(UUID attachmentId) {}

    private static final long LONGEST_READ_ON = 2L * AttachmentStream.LARGEST;

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final Attachments attachments;
    private final AttachmentContents contents;
    private final Opener opener;
    private final SentOnce once;

    AttachmentResource(
            CommandGateway commands,
            ReadableFiles readable,
            Duplicates duplicates,
            Contacts contacts,
            Attachments attachments,
            AttachmentContents contents,
            Opener opener,
            SentOnce once) {
        this.commands = commands;
        this.readable = readable;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.attachments = attachments;
        this.contents = contents;
        this.opener = opener;
        this.once = once;
    }

    /** Takes a document in. Its name comes in a header, percent-encoded, since a URL is written in logs. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Added add(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @RequestHeader("Lethe-File-Name") String encodedName,
            HttpServletRequest request,
            SendingKey sending,
            Caller caller)
            throws IOException {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        contacts.require(fileId, contactId);
        var name = new FileName(encodedName);
        var attachmentId = UUID.randomUUID();
        try {
            if (request.getContentLengthLong() > AttachmentStream.LARGEST) {
                throw AttachmentStream.tooLarge();
            }
            var content = new AttachmentStream(request.getInputStream());
            contents.store(attachmentId, fileId, file.personId(), content);
            content.requireReadable();
            var details = new AttachmentDetails(
                    SafeFileName.of(name.text(), content.mediaType()).text(), content.mediaType(), content.sha256());
            var laid = once.record(sending, details, Laid.class, claim -> {
                var answer = claim.answering(new Laid(attachmentId), file.personId());
                commands.sendAndWait(new AddAttachment(
                        contactId, fileId, file.unit(), attachmentId, Clear.of(details), content.size(), author));
                ReadYourWrites.await(() -> attachments.has(attachmentId));
                return answer;
            });
            return new Added(laid.attachmentId(), content.mediaType(), content.size());
        } catch (Problem refused) {
            readOn(request.getInputStream());
            throw refused;
        } finally {
            contents.deleteUnrecorded(attachmentId);
        }
    }

    /** Who is still sending does not listen: what is left is read, and dropped, so that the refusal is heard. */
    private static void readOn(InputStream rest) throws IOException {
        var dropped = new byte[64 * 1024];
        var total = 0L;
        for (var read = rest.read(dropped); read >= 0 && total < LONGEST_READ_ON; read = rest.read(dropped)) {
            total += read;
        }
    }

    /** Hands a document out, to be saved and not shown by the browser. */
    @GetMapping("/{attachmentId}")
    void read(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @PathVariable UUID attachmentId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var admission = readable.requireOpening(fileId, caller, "attachment", Compartment.NARRATIVE);
        contacts.require(duplicates.fileIds(fileId), contactId);
        var attachment = attachments.require(contactId, attachmentId);
        var details =
                attachment.details(opener.reading(admission)).orElseThrow(() -> Problem.of(HttpStatus.GONE, "erased"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                SafeFileName.of(details.name(), details.mediaType()).asAttachment());
        response.setContentType(details.mediaType());
        response.setContentLength(attachment.size());
        AnswersUnderLease.renewsItself(request);
        try (var content = contents.open(attachmentId, admission)) {
            content.transferTo(response.getOutputStream());
        } catch (RuntimeException over) {
            // suspended, taken out, or the database is away: what has begun must not look whole
            if (!response.isCommitted()) {
                response.reset();
                throw over;
            }
            AnswersUnderLease.cut(request);
        }
    }

    /** Takes a document out again; its content is deleted. */
    @DeleteMapping("/{attachmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID fileId, @PathVariable UUID contactId, @PathVariable UUID attachmentId, Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        contacts.require(fileId, contactId);
        attachments.require(contactId, attachmentId);
        commands.sendAndWait(new RemoveAttachment(contactId, fileId, file.unit(), attachmentId, author));
        ReadYourWrites.await(() -> !attachments.has(attachmentId));
    }
}
