package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.KeyId;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Understands what retention-service has heard of files and their contacts, in whatever order. The latest word holds. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownContacts {

    private final JdbcClient database;

    KnownContacts(JdbcClient database) {
        this.database = database;
    }

    void fileOpened(UUID fileId, UUID personId, String unit, LocalDate openedOn, Instant at) {
        fileIn(fileId, personId, unit, at);
        database.sql("update known_file set opened_on = :opened where file_id = :file")
                .param("opened", openedOn)
                .param("file", fileId)
                .update();
    }

    /** The file is with a unit, as somebody said at a moment. */
    void fileIn(UUID fileId, UUID personId, String unit, Instant at) {
        database.sql("""
                        with leaving as (
                            insert into unit_left (person_id, unit, left_at)
                            select person_id, unit, :at from known_file
                             where file_id = :file and unit <> :unit and (unit_at is null or unit_at <= :at)
                            on conflict (person_id, unit) do update
                               set left_at = greatest(unit_left.left_at, excluded.left_at)
                        )
                        insert into known_file (file_id, person_id, unit, unit_at) values (:file, :person, :unit, :at)
                        on conflict (file_id) do update set unit = excluded.unit, unit_at = excluded.unit_at
                         where known_file.unit_at is null or known_file.unit_at <= excluded.unit_at""")
                .param("file", fileId)
                .param("person", personId)
                .param("unit", unit)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A contact took place on a day, as somebody said at a moment. */
    void tookPlace(UUID contactId, UUID fileId, LocalDate on, Instant at) {
        database.sql("""
                        insert into known_contact (contact_id, file_id, date, dated_at) values (:contact, :file, :on, :at)
                        on conflict (contact_id) do update
                           set file_id = excluded.file_id, date = excluded.date, dated_at = excluded.dated_at
                         where known_contact.dated_at is null or known_contact.dated_at <= excluded.dated_at""")
                .param("contact", contactId)
                .param("file", fileId)
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A contact has health codes, sealed under a key. */
    void coded(UUID contactId, UUID fileId, @Nullable KeyId health) {
        if (health != null) {
            database.sql("""
                            insert into known_contact (contact_id, file_id, health) values (:contact, :file, :health)
                            on conflict (contact_id) do update
                               set health = greatest(known_contact.health, excluded.health)""")
                    .param("contact", contactId)
                    .param("file", fileId)
                    .param("health", health.generation(), Types.INTEGER)
                    .update();
        }
    }

    /** A contact was not this person's, or never was, as somebody said at a moment. */
    void withdrawn(UUID contactId, UUID fileId, Instant at) {
        counts(contactId, fileId, true, at);
    }

    /** It was taken back by mistake. */
    void restored(UUID contactId, UUID fileId, Instant at) {
        counts(contactId, fileId, false, at);
    }

    private void counts(UUID contactId, UUID fileId, boolean withdrawn, Instant at) {
        database.sql("""
                        insert into known_contact (contact_id, file_id, withdrawn, withdrawn_at)
                        values (:contact, :file, :withdrawn, :at)
                        on conflict (contact_id) do update
                           set withdrawn = excluded.withdrawn, withdrawn_at = excluded.withdrawn_at
                         where known_contact.file_id = excluded.file_id
                           and (known_contact.withdrawn_at is null or known_contact.withdrawn_at <= excluded.withdrawn_at)""")
                .param("contact", contactId)
                .param("file", fileId)
                .param("withdrawn", withdrawn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A file has child protection in it, or has it no more, as somebody said at a moment. */
    void childProtection(UUID fileId, @Nullable LocalDate majorityOn, Instant at) {
        database.sql("""
                        insert into known_protection (file_id, majority_on, said_at)
                        values (:file, cast(:majority as date), :at)
                        on conflict (file_id) do update
                           set majority_on = excluded.majority_on, said_at = excluded.said_at
                         where known_protection.said_at <= excluded.said_at""")
                .param("file", fileId)
                .param("majority", majorityOn == null ? null : majorityOn.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing of a person's files is left. */
    void erased(UUID personId) {
        database.sql("""
                        delete from known_protection protection using known_file file
                         where protection.file_id = file.file_id and file.person_id = :person""").param("person", personId).update();
        database.sql("""
                        delete from known_contact contact using known_file file
                         where contact.file_id = file.file_id and file.person_id = :person""").param("person", personId).update();
        database.sql("delete from known_file where person_id = :person")
                .param("person", personId)
                .update();
        database.sql("delete from unit_left where person_id = :person")
                .param("person", personId)
                .update();
    }
}
