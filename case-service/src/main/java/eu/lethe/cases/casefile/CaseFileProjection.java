package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.sealing.Sealed;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the tables of files and contacts. Of an erased file it keeps unit and dates. */
@Component
@ProcessingGroup("cases")
@Order(2)
class CaseFileProjection {

    private final JdbcClient database;
    private final CaseFiles files;

    CaseFileProjection(JdbcClient database, CaseFiles files) {
        this.database = database;
        this.files = files;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate case_file, contact").update();
    }

    @EventHandler
    void on(CaseFileOpened opened) {
        database.sql("""
                        insert into case_file (file_id, person_id, unit, opened_on, referent)
                        values (:file, :person, :unit, :on, :referent)""")
                .param("file", opened.fileId())
                .param("person", opened.personId())
                .param("unit", opened.unit())
                .param("on", opened.openedOn())
                .param("referent", opened.referent())
                .update();
    }

    @EventHandler
    void on(ContactRecorded recorded) {
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
        database.sql("""
                        update case_file
                           set contacts = contacts + 1, last_contact_on = greatest(last_contact_on, :date)
                         where file_id = :file""")
                .param("date", recorded.date())
                .param("file", recorded.fileId())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from contact where file_id = :file")
                .param("file", erased.fileId())
                .update();
        database.sql("delete from deadline where person_id = :person")
                .param("person", erased.personId())
                .update();
        database.sql("""
                        update case_file set contacts = 0, last_contact_on = null, erased_on = :on
                         where file_id = :file""")
                .param("on", erased.erasedOn())
                .param("file", erased.fileId())
                .update();
    }

    @EventHandler
    void on(CompartmentsForgotten forgotten) {
        files.contactsAbout(forgotten.personId()).forEach(contact -> {
            forget("text", contact.text(), contact, forgotten);
            forget("codes", contact.codes(), contact, forgotten);
            forget("health_codes", contact.healthCodes(), contact, forgotten);
        });
    }

    /** A key of a later generation may have sealed it: what that one opens stays. */
    private void forget(
            String column, @Nullable Sealed<?> sealed, CaseFiles.Contact contact, CompartmentsForgotten forgotten) {
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
