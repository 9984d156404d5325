package eu.lethe.cases.contact;

import eu.lethe.cases.casefile.LastContacts;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how events become the tables of contacts and their wordings. Of an erased file they keep nothing; of a contact
 * taken back they hide what may come back, and keep nothing once its day is there.
 */
@Component
@ProcessingGroup("cases")
@Order(5)
class ContactProjection {

    private final JdbcClient database;
    private final LastContacts lastContacts;
    private final BusinessClock clock;

    ContactProjection(JdbcClient database, LastContacts lastContacts, BusinessClock clock) {
        this.database = database;
        this.lastContacts = lastContacts;
        this.clock = clock;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate contact, contact_revision, contact_gap").update();
    }

    @EventHandler
    void on(ContactRecorded recorded) {
        if (!lastContacts.oneMore(recorded.fileId(), recorded.date())) {
            return;
        }
        database.sql("""
                        insert into contact (contact_id, file_id, person_id, date, revision_id, text, circumstances,
                                             coding_id, codes, health_codes, mentioned, filed_by, author, recorded_at)
                        values (:contact, :file, :person, :date, :contact, :text, :circumstances,
                                :contact, :codes, :health, cast(:mentioned as uuid[]), :filedBy, :author, :at)""")
                .param("contact", recorded.contactId())
                .param("file", recorded.fileId())
                .param("person", recorded.personId())
                .param("date", recorded.date())
                .param("text", recorded.text().compact())
                .param("circumstances", compact(recorded.circumstances()))
                .param("codes", compact(recorded.codes()))
                .param("health", compact(recorded.healthCodes()))
                .param("mentioned", texts(recorded.mentioned()))
                .param("filedBy", recorded.filedBy())
                .param("author", recorded.author())
                .param("at", recorded.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ContactCorrected corrected) {
        database.sql("""
                        insert into contact_revision (revision_id, contact_id, file_id, person_id, number, date, text,
                                                      circumstances, author, at)
                        select revision_id, contact_id, file_id, person_id, 0, date, text, circumstances, author, recorded_at
                          from contact where contact_id = :contact and not corrected""").param("contact", corrected.contactId()).update();
        database.sql("""
                        insert into contact_revision (revision_id, contact_id, file_id, person_id, number, date, text,
                                                      circumstances, reason, reason_text, author, at)
                        select :revision, contact_id, file_id, person_id,
                               (select coalesce(max(number), 0) + 1 from contact_revision where contact_id = :contact),
                               :date, :text, :circumstances, :reason, :reasonText, :author, :at
                          from contact where contact_id = :contact""")
                .param("revision", corrected.revisionId())
                .param("contact", corrected.contactId())
                .param("date", corrected.date())
                .param("text", corrected.text().compact())
                .param("circumstances", compact(corrected.circumstances()))
                .param("reason", corrected.reason())
                .param("reasonText", compact(corrected.reasonText()))
                .param("author", corrected.author())
                .param("at", corrected.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        update contact
                           set date = :date, revision_id = :revision, text = :text, circumstances = :circumstances,
                               mentioned = cast(:mentioned as uuid[]), corrected = true,
                               unreadable = array_remove(unreadable, 'narrative')
                         where contact_id = :contact""")
                .param("date", corrected.date())
                .param("revision", corrected.revisionId())
                .param("text", corrected.text().compact())
                .param("circumstances", compact(corrected.circumstances()))
                .param("mentioned", texts(corrected.mentioned()))
                .param("contact", corrected.contactId())
                .update();
        tellFile(corrected.fileId());
    }

    @EventHandler
    void on(ContactCoded coded) {
        database.sql("""
                        update contact
                           set coding_id = :coding, codes = :codes, health_codes = :health,
                               unreadable = array_remove(array_remove(unreadable, 'coding'), 'health')
                         where contact_id = :contact""")
                .param("coding", coded.codingId())
                .param("codes", compact(coded.codes()))
                .param("health", compact(coded.healthCodes()))
                .param("contact", coded.contactId())
                .update();
    }

    @EventHandler
    void on(ContactWithdrawn withdrawn) {
        var erasedOn = withdrawn.erasedOn();
        if (erasedOn != null && clock.today().isBefore(erasedOn)) {
            database.sql("update contact set hidden = true where contact_id = :contact")
                    .param("contact", withdrawn.contactId())
                    .update();
        } else {
            for (var table : List.of("contact", "contact_revision")) {
                database.sql("delete from " + table + " where contact_id = :contact")
                        .param("contact", withdrawn.contactId())
                        .update();
            }
        }
        leaveGap(withdrawn);
        tellFile(withdrawn.fileId());
    }

    private void leaveGap(ContactWithdrawn withdrawn) {
        if (withdrawn.date() != null && withdrawn.erasedOn() != null && lastContacts.kept(withdrawn.fileId())) {
            database.sql("""
                            insert into contact_gap (contact_id, file_id, date, withdrawn_by, withdrawn_at, erased_on)
                            values (:contact, :file, :date, :by, :at, :erased)""")
                    .param("contact", withdrawn.contactId())
                    .param("file", withdrawn.fileId())
                    .param("date", withdrawn.date())
                    .param("by", withdrawn.author())
                    .param("at", withdrawn.at().atOffset(ZoneOffset.UTC))
                    .param("erased", withdrawn.erasedOn())
                    .update();
        }
    }

    @EventHandler
    void on(ContactRestored restored) {
        database.sql("update contact set hidden = false where contact_id = :contact")
                .param("contact", restored.contactId())
                .update();
        database.sql("delete from contact_gap where contact_id = :contact")
                .param("contact", restored.contactId())
                .update();
        tellFile(restored.fileId());
    }

    @EventHandler
    void on(CaseFileErased erased) {
        for (var table : List.of("contact", "contact_revision", "contact_gap")) {
            database.sql("delete from " + table + " where file_id = :file")
                    .param("file", erased.fileId())
                    .update();
        }
    }

    private void tellFile(UUID fileId) {
        database.sql("select count(*) as contacts, max(date) as last from contact where file_id = :file and not hidden")
                .param("file", fileId)
                .query(row -> {
                    lastContacts.are(fileId, row.getInt("contacts"), row.getObject("last", LocalDate.class));
                });
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static @Nullable String compact(@Nullable Sealed<?> sealed) {
        return sealed == null ? null : sealed.compact();
    }
}
