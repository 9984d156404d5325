package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.LastContacts;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.sealing.Sealed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of contacts. Of an erased file it keeps none. */
@Component
@ProcessingGroup("cases")
@Order(5)
class ContactProjection {

    private final JdbcClient database;
    private final Contacts contacts;
    private final LastContacts lastContacts;

    ContactProjection(JdbcClient database, Contacts contacts, LastContacts lastContacts) {
        this.database = database;
        this.contacts = contacts;
        this.lastContacts = lastContacts;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate contact").update();
    }

    @EventHandler
    void on(ContactRecorded recorded) {
        if (!lastContacts.kept(recorded.fileId())) {
            return;
        }
        database.sql("""
                        insert into contact (contact_id, file_id, person_id, date, text, codes, health_codes, mentioned,
                                             author, recorded_at)
                        values (:contact, :file, :person, :date, :text, :codes, :health, cast(:mentioned as uuid[]),
                                :author, :at)""")
                .param("contact", recorded.contactId())
                .param("file", recorded.fileId())
                .param("person", recorded.personId())
                .param("date", recorded.date())
                .param("text", recorded.text().compact())
                .param("codes", compact(recorded.codes()))
                .param("health", compact(recorded.healthCodes()))
                .param(
                        "mentioned",
                        recorded.mentioned().stream().map(UUID::toString).toArray(String[]::new))
                .param("author", recorded.author())
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .update();
        tellFile(recorded.fileId());
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from contact where file_id = :file")
                .param("file", erased.fileId())
                .update();
    }

    @EventHandler
    void on(CompartmentsForgotten forgotten) {
        contacts.about(forgotten.personId()).forEach(contact -> {
            forget("text", contact.text(), contact, forgotten);
            forget("codes", contact.codes(), contact, forgotten);
            forget("health_codes", contact.healthCodes(), contact, forgotten);
        });
    }

    private void tellFile(UUID fileId) {
        database.sql("select count(*) as contacts, max(date) as last from contact where file_id = :file")
                .param("file", fileId)
                .query(row -> {
                    lastContacts.are(fileId, row.getInt("contacts"), row.getObject("last", LocalDate.class));
                });
    }

    /** A key of a later generation may have sealed it: what that one opens stays. */
    private void forget(
            String column, @Nullable Sealed<?> sealed, Contacts.Row contact, CompartmentsForgotten forgotten) {
        if (sealed != null && forgotten.keys().contains(sealed.keyId())) {
            database.sql("update contact set " + column
                            + " = null, unreadable = array_append(unreadable, :compartment) where contact_id = :id")
                    .param("id", contact.contactId())
                    .param("compartment", sealed.keyId().compartment().code())
                    .update();
        }
    }

    private static @Nullable String compact(@Nullable Sealed<?> sealed) {
        return sealed == null ? null : sealed.compact();
    }
}
