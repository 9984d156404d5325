package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Understands what retention-service has heard of persons. Everything may be told twice, and in another order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownPersons {

    private final JdbcClient database;

    KnownPersons(JdbcClient database) {
        this.database = database;
    }

    /** Makes sure that nobody else changes what is known of the person until the transaction ends. */
    void lock(UUID personId) {
        database.sql("insert into known_person (person_id) values (:person) on conflict do nothing")
                .param("person", personId)
                .update();
        database.sql("select 1 from known_person where person_id = :person for update")
                .param("person", personId)
                .query()
                .listOfRows();
    }

    void registered(UUID personId, String unit, LocalDate today) {
        database.sql("""
                        update known_person set unit = :unit, registered_on = coalesce(registered_on, :today)
                         where person_id = :person""")
                .param("unit", unit)
                .param("today", today)
                .param("person", personId)
                .update();
    }

    void fileOpened(UUID fileId, UUID personId, String unit, LocalDate openedOn) {
        database.sql("""
                        insert into known_file (file_id, person_id, unit, opened_on) values (:file, :person, :unit, :opened)
                        on conflict (file_id) do update set opened_on = excluded.opened_on""")
                .param("file", fileId)
                .param("person", personId)
                .param("unit", unit)
                .param("opened", openedOn)
                .update();
    }

    void contactRecorded(UUID contactId, UUID fileId, UUID personId, String unit, LocalDate date) {
        var news = database.sql(
                        "insert into known_contact (contact_id, file_id) values (:contact, :file) on conflict do nothing")
                .param("contact", contactId)
                .param("file", fileId)
                .update();
        if (news > 0) {
            database.sql("""
                            insert into known_file (file_id, person_id, unit, last_contact_on, contacts)
                            values (:file, :person, :unit, :date, 1)
                            on conflict (file_id) do update
                               set unit = excluded.unit, contacts = known_file.contacts + 1,
                                   last_contact_on = greatest(known_file.last_contact_on, excluded.last_contact_on)""")
                    .param("file", fileId)
                    .param("person", personId)
                    .param("unit", unit)
                    .param("date", date)
                    .update();
        }
    }

    void consentGranted(UUID consentId, UUID personId, Collection<Compartment> compartments) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments)
                        values (:consent, :person, cast(:compartments as text[])) on conflict do nothing""")
                .param("consent", consentId)
                .param("person", personId)
                .param("compartments", codes(compartments))
                .update();
    }

    void consentWithdrawn(UUID consentId, UUID personId, Collection<Compartment> compartments, LocalDate on) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments, withdrawn_on)
                        values (:consent, :person, cast(:compartments as text[]), :on)
                        on conflict (consent_id) do update set withdrawn_on = excluded.withdrawn_on
                         where known_consent.withdrawn_on is null""")
                .param("consent", consentId)
                .param("person", personId)
                .param("compartments", codes(compartments))
                .param("on", on)
                .update();
    }

    void consentLapsed(UUID consentId, UUID personId) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments, lapsed)
                        values (:consent, :person, '{}', true)
                        on conflict (consent_id) do update set lapsed = true""").param("consent", consentId).param("person", personId).update();
    }

    void active(UUID personId, Instant at) {
        database.sql("update known_person set last_activity = greatest(last_activity, :at) where person_id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .update();
    }

    /** Nothing is left of the person but evidence; what was known of their files goes too. */
    void erased(UUID personId) {
        database.sql("update known_person set erased = true where person_id = :person")
                .param("person", personId)
                .update();
        database.sql("""
                        delete from known_contact contact using known_file file
                         where contact.file_id = file.file_id and file.person_id = :person""").param("person", personId).update();
        database.sql("delete from known_file where person_id = :person")
                .param("person", personId)
                .update();
        database.sql("delete from known_consent where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** Some compartments are gone: the consents that were withdrawn have nothing left to destroy there. */
    void forgotten(UUID personId, Collection<Compartment> gone) {
        database.sql("""
                        update known_consent
                           set compartments = array(select kept from unnest(compartments) kept
                                                     where kept <> all (cast(:gone as text[])))
                         where person_id = :person and withdrawn_on is not null""").param("gone", codes(gone)).param("person", personId).update();
    }

    Facts facts(UUID personId) {
        var files = database.sql("select * from known_file where person_id = :person order by file_id")
                .param("person", personId)
                .query(KnownPersons::file)
                .list();
        var consents = database.sql(
                        "select * from known_consent where person_id = :person and not lapsed order by consent_id")
                .param("person", personId)
                .query(KnownPersons::consent)
                .list();
        return database.sql("select * from known_person where person_id = :person")
                .param("person", personId)
                .query((row, _) -> new Facts(
                        personId,
                        row.getString("unit"),
                        row.getObject("registered_on", LocalDate.class),
                        row.getBoolean("erased"),
                        files,
                        consents))
                .single();
    }

    String inForce(UUID personId) {
        return database.sql("select in_force from known_person where person_id = :person")
                .param("person", personId)
                .query(String.class)
                .single();
    }

    void inForce(UUID personId, String deadlines) {
        database.sql("update known_person set in_force = :deadlines where person_id = :person")
                .param("deadlines", deadlines)
                .param("person", personId)
                .update();
    }

    private static Facts.File file(ResultSet row, int number) throws SQLException {
        return new Facts.File(
                row.getObject("file_id", UUID.class),
                row.getString("unit"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("last_contact_on", LocalDate.class),
                row.getInt("contacts"));
    }

    private static Facts.Consent consent(ResultSet row, int number) throws SQLException {
        return new Facts.Consent(
                row.getObject("consent_id", UUID.class),
                compartments(row.getArray("compartments")),
                row.getObject("withdrawn_on", LocalDate.class));
    }

    static List<Compartment> compartments(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Compartment::new).toList();
    }

    static String[] codes(Collection<Compartment> compartments) {
        return compartments.stream().map(Compartment::code).toArray(String[]::new);
    }
}
