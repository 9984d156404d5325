package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which contacts there are in a file, as far as the projection has come. Texts stay sealed here. Nobody is shown
 * what was taken back.
 */
@Component
public class Contacts {

    /**
     * A contact.
     *
     * @param revisionId that text and circumstances were sealed for
     * @param codingId that the codes were sealed for
     * @param filedBy who put it into this file, when it had been filed under the wrong person
     * @param corrected whether there are earlier wordings
     * @param unreadable compartments whose keys were removed
     */
    public record Row(
            UUID contactId,
            UUID fileId,
            UUID personId,
            LocalDate date,
            UUID revisionId,
            @Nullable Sealed<String> text,
            @Nullable Sealed<Circumstances> circumstances,
            UUID codingId,
            @Nullable Sealed<Codes> codes,
            @Nullable Sealed<Codes> healthCodes,
            List<UUID> mentioned,
            @Nullable UUID filedBy,
            boolean corrected,
            UUID author,
            Instant recordedAt,
            List<Compartment> unreadable) {

        /** What there is to open of it. */
        public Stream<@Nullable Sealed<?>> sealed() {
            return Stream.of(text, circumstances, codes, healthCodes);
        }
    }

    private static final String CONTACT = """
            select contact_id, file_id, person_id, date, revision_id, text, circumstances, coding_id, codes, health_codes,
                   mentioned, filed_by, corrected, author, recorded_at, unreadable
              from contact
            """;

    /** How much of a contact is sealed, in characters. */
    static final String SEALED = """
            coalesce(octet_length(text), 0) + coalesce(octet_length(circumstances), 0) + coalesce(octet_length(codes), 0)
                + coalesce(octet_length(health_codes), 0)""";

    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<Row> of(UUID fileId) {
        return database.sql(
                        CONTACT + "where file_id = :id and not hidden order by date desc, recorded_at desc, contact_id")
                .param("id", fileId)
                .query(Contacts::contact)
                .list();
    }

    /** Those whose text can be read. */
    List<UUID> readableIn(UUID fileId) {
        return of(fileId).stream()
                .filter(contact -> contact.text() != null)
                .map(Row::contactId)
                .toList();
    }

    /** Some of what is kept in files, what was taken back and is not deleted yet included, in no order. */
    List<Row> kept(Collection<UUID> fileIds, Collection<UUID> contactIds) {
        return contactIds.isEmpty()
                ? List.of()
                : database.sql(CONTACT + "where file_id in (:files) and contact_id = any (cast(:contacts as uuid[]))")
                        .param("files", fileIds)
                        .param(
                                "contacts",
                                contactIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query(Contacts::contact)
                        .list();
    }

    /**
     * A contact of a file.
     *
     * @throws Problem 404 when it is not in the file
     */
    public Row require(UUID fileId, UUID contactId) {
        return find(contactId)
                .filter(contact -> contact.fileId().equals(fileId))
                .orElseThrow(Problem::notFound);
    }

    /**
     * A contact of one of several files that are read as one.
     *
     * @throws Problem 404 when it is in none of them
     */
    Row require(Collection<UUID> fileIds, UUID contactId) {
        return find(contactId)
                .filter(contact -> fileIds.contains(contact.fileId()))
                .orElseThrow(Problem::notFound);
    }

    Optional<Row> find(UUID contactId) {
        return database.sql(CONTACT + "where contact_id = :id and not hidden")
                .param("id", contactId)
                .query(Contacts::contact)
                .optional();
    }

    /** The days of contacts in other persons' files that are about this person too. */
    public List<LocalDate> daysMentioning(UUID personId) {
        return database.sql("""
                        select distinct date from contact
                         where :id = any (mentioned) and person_id <> :id and not hidden order by date""")
                .param("id", personId)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    static Row contact(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("contact_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("date", LocalDate.class),
                row.getObject("revision_id", UUID.class),
                Cells.sealed(row, "text"),
                Cells.sealed(row, "circumstances"),
                row.getObject("coding_id", UUID.class),
                Cells.sealed(row, "codes"),
                Cells.sealed(row, "health_codes"),
                List.of((UUID[]) row.getArray("mentioned").getArray()),
                row.getObject("filed_by", UUID.class),
                row.getBoolean("corrected"),
                row.getObject("author", UUID.class),
                Cells.instant(row, "recorded_at"),
                Cells.compartments(row, "unreadable"));
    }
}
