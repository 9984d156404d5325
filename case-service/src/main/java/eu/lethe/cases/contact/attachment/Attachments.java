package eu.lethe.cases.contact.attachment;

import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which documents lie with the contacts of a file. */
@Component
public class Attachments {

    /**
     * A document.
     *
     * @param details null once their key is gone
     * @param size bytes in clear
     */
    public record Row(
            UUID attachmentId, UUID contactId, @Nullable Sealed<AttachmentDetails> details, int size, Instant addedAt) {

        /** What the document is called; empty when the key is gone. */
        public Optional<AttachmentDetails> details(Reading reading) {
            return reading.openIfLeased(ContactEvent.DETAILS, attachmentId, details)
                    .map(Row::safelyNamed);
        }

        /** Names were kept as they came once. */
        private static AttachmentDetails safelyNamed(AttachmentDetails details) {
            var name = SafeFileName.of(details.name(), details.mediaType()).text();
            return new AttachmentDetails(name, details.mediaType(), details.sha256());
        }
    }

    private static final String ATTACHMENT =
            "select attachment_id, contact_id, details, size, added_at from attachment ";

    private final JdbcClient database;

    Attachments(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were added. */
    public List<Row> of(UUID fileId) {
        return database.sql(ATTACHMENT + "where file_id = :id and not hidden order by added_at, attachment_id")
                .param("id", fileId)
                .query(Attachments::attachment)
                .list();
    }

    /** Those with some contacts, in the order in which they were added. */
    public List<Row> with(Collection<UUID> contactIds) {
        return contactIds.isEmpty()
                ? List.of()
                : database.sql(
                                ATTACHMENT
                                        + "where contact_id = any (cast(:contacts as uuid[])) and not hidden order by added_at, attachment_id")
                        .param(
                                "contacts",
                                contactIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query(Attachments::attachment)
                        .list();
    }

    /**
     * A document of a contact.
     *
     * @throws Problem 404 when it is not with the contact
     */
    public Row require(UUID contactId, UUID attachmentId) {
        return database.sql(ATTACHMENT + "where contact_id = :contact and attachment_id = :attachment and not hidden")
                .param("contact", contactId)
                .param("attachment", attachmentId)
                .query(Attachments::attachment)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Whether it is there already, for whoever just added it. */
    public boolean has(UUID attachmentId) {
        return database.sql("select count(*) from attachment where attachment_id = :id")
                        .param("id", attachmentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Row attachment(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("attachment_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                Cells.sealed(row, "details"),
                row.getInt("size"),
                Cells.instant(row, "added_at"));
    }
}
