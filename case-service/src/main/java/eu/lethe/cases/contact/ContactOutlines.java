package eu.lethe.cases.contact;

import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which contacts are kept in files, and how much each holds, without fetching or opening what they say. */
@Component
public class ContactOutlines {

    /**
     * A contact from outside, those that were taken back and are still kept among them.
     *
     * @param wordings the numbers of all of them
     * @param documents those that lie with it
     * @param codingId of its codes
     * @param readable whether it is in the file, with its keys
     * @param mentioned persons whom it is about
     * @param weight what it holds, sealed, in characters, earlier wordings included
     */
    public record Outline(
            UUID contactId,
            LocalDate date,
            Instant recordedAt,
            List<UUID> wordings,
            List<UUID> documents,
            UUID codingId,
            String readable,
            List<UUID> mentioned,
            long weight) {}

    private static final String OUTLINE = """
            select contact_id, date, recorded_at, coding_id, mentioned, concat(hidden, ' ', unreadable) as readable,
                   array(select revision_id from contact_revision wording
                          where wording.contact_id = contact.contact_id and wording.revision_id <> contact.revision_id
                          order by number) || revision_id as wordings,
                   array(select attachment_id from attachment
                          where attachment.contact_id = contact.contact_id and not attachment.hidden
                          order by attachment_id) as documents,
                   %s + coalesce((
                       select sum(coalesce(octet_length(text), 0) + coalesce(octet_length(circumstances), 0)
                                  + coalesce(octet_length(reason_text), 0))
                         from contact_revision wording
                        where wording.contact_id = contact.contact_id and wording.revision_id <> contact.revision_id), 0)
                       as weight
              from contact where file_id in (:files)
            """.formatted(Contacts.SEALED);

    private final JdbcClient database;

    ContactOutlines(JdbcClient database) {
        this.database = database;
    }

    /** Of all that is kept in some files, in no order. */
    public List<Outline> in(Collection<UUID> fileIds) {
        return fileIds.isEmpty()
                ? List.of()
                : database.sql(OUTLINE)
                        .param("files", fileIds)
                        .query(ContactOutlines::outline)
                        .list();
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        return new Outline(
                row.getObject("contact_id", UUID.class),
                row.getObject("date", LocalDate.class),
                Cells.instant(row, "recorded_at"),
                ids(row, "wordings"),
                ids(row, "documents"),
                row.getObject("coding_id", UUID.class),
                row.getString("readable"),
                ids(row, "mentioned"),
                row.getLong("weight"));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
