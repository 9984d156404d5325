package eu.lethe.cases.contact.attachment;

import eu.lethe.cases.casefile.LastContacts;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentAdded;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentRemoved;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.platform.time.BusinessClock;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of documents; what is erased goes with its content. */
@Component
@ProcessingGroup("cases")
@Order(5)
class AttachmentProjection {

    private final JdbcClient database;
    private final AttachmentContents contents;
    private final LastContacts lastContacts;
    private final BusinessClock clock;

    AttachmentProjection(
            JdbcClient database, AttachmentContents contents, LastContacts lastContacts, BusinessClock clock) {
        this.database = database;
        this.contents = contents;
        this.lastContacts = lastContacts;
        this.clock = clock;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate attachment").update();
    }

    @EventHandler
    void on(AttachmentAdded added) {
        if (!lastContacts.kept(added.fileId())) {
            contents.delete(added.attachmentId());
            return;
        }
        database.sql("""
                        insert into attachment (attachment_id, contact_id, file_id, person_id, details, size, added_at)
                        values (:attachment, :contact, :file, :person, :details, :size, :at)
                        on conflict (attachment_id) do update set hidden = false""")
                .param("attachment", added.attachmentId())
                .param("contact", added.contactId())
                .param("file", added.fileId())
                .param("person", added.personId())
                .param("details", added.details().compact())
                .param("size", added.size())
                .param("at", added.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(AttachmentRemoved removed) {
        database.sql("delete from attachment where attachment_id = :id")
                .param("id", removed.attachmentId())
                .update();
    }

    /** Its documents are told again when it comes back. */
    @EventHandler
    void on(ContactWithdrawn withdrawn) {
        var erasedOn = withdrawn.erasedOn();
        var mayComeBack = erasedOn != null && clock.today().isBefore(erasedOn);
        database.sql(
                        mayComeBack
                                ? "update attachment set hidden = true where contact_id = :id"
                                : "delete from attachment where contact_id = :id")
                .param("id", withdrawn.contactId())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from attachment where file_id = :file")
                .param("file", erased.fileId())
                .update();
        contents.deleteOf(erased.fileId());
    }
}
