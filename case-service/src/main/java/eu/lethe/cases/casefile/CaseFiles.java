package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files there are and what is in them, as far as the projection has come. Texts stay sealed here. */
@Component
public class CaseFiles {

    /** A file. */
    public record Row(
            UUID fileId,
            UUID personId,
            String unit,
            LocalDate openedOn,
            UUID referent,
            @Nullable LocalDate lastContactOn,
            int contacts) {}

    /**
     * A contact.
     *
     * @param unreadable compartments whose keys were removed
     */
    record Contact(
            UUID contactId,
            LocalDate date,
            @Nullable Sealed<String> text,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author,
            Instant recordedAt,
            List<Compartment> unreadable) {}

    private static final String FILE = """
            select file_id, person_id, unit, opened_on, referent, last_contact_on, contacts from case_file where file_id = :id
            """;

    private static final String CONTACT = """
            select contact_id, date, text, codes, health_codes, mentioned, author, recorded_at, unreadable from contact
            """;

    private final JdbcClient database;

    CaseFiles(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(UUID fileId) {
        return database.sql(FILE).param("id", fileId).query(CaseFiles::file).optional();
    }

    /** Newest first. */
    List<Contact> contactsOf(UUID fileId) {
        return database.sql(CONTACT + "where file_id = :id order by date desc, recorded_at desc, contact_id")
                .param("id", fileId)
                .query(CaseFiles::contact)
                .list();
    }

    /** All contacts sealed under a person's keys. */
    List<Contact> contactsAbout(UUID personId) {
        return database.sql(CONTACT + "where person_id = :id")
                .param("id", personId)
                .query(CaseFiles::contact)
                .list();
    }

    boolean hasContact(UUID contactId) {
        return database.sql("select count(*) from contact where contact_id = :id")
                        .param("id", contactId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    static Row file(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("file_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("referent", UUID.class),
                row.getObject("last_contact_on", LocalDate.class),
                row.getInt("contacts"));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("contact_id", UUID.class),
                row.getObject("date", LocalDate.class),
                sealed(row.getString("text")),
                sealed(row.getString("codes")),
                sealed(row.getString("health_codes")),
                List.of((UUID[]) row.getArray("mentioned").getArray()),
                row.getObject("author", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("unreadable").getArray()).stream()
                        .map(Compartment::new)
                        .toList());
    }

    private static <T> @Nullable Sealed<T> sealed(@Nullable String compact) {
        return compact == null ? null : Sealed.ofCompact(compact);
    }
}
