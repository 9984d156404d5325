package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which contacts there are in a file, as far as the projection has come. Texts stay sealed here. */
@Component
public class Contacts {

    /**
     * A contact.
     *
     * @param unreadable compartments whose keys were removed
     */
    public record Row(
            UUID contactId,
            LocalDate date,
            @Nullable Sealed<String> text,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author,
            Instant recordedAt,
            List<Compartment> unreadable) {}

    private static final String CONTACT = """
            select contact_id, date, text, codes, health_codes, mentioned, author, recorded_at, unreadable from contact
            """;

    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<Row> of(UUID fileId) {
        return database.sql(CONTACT + "where file_id = :id order by date desc, recorded_at desc, contact_id")
                .param("id", fileId)
                .query(Contacts::contact)
                .list();
    }

    /** All contacts sealed under a person's keys. */
    List<Row> about(UUID personId) {
        return database.sql(CONTACT + "where person_id = :id")
                .param("id", personId)
                .query(Contacts::contact)
                .list();
    }

    boolean has(UUID contactId) {
        return database.sql("select count(*) from contact where contact_id = :id")
                        .param("id", contactId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Row contact(ResultSet row, int number) throws SQLException {
        return new Row(
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
