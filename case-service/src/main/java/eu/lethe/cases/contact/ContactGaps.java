package eu.lethe.cases.contact;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands where contacts were taken back from a file. Of what they said it knows nothing. */
@Component
public class ContactGaps {

    /**
     * A contact was here.
     *
     * @param date when it took place
     * @param erasedOn the day on which it is deleted for good; before, it may come back
     */
    public record Gap(UUID contactId, LocalDate date, UUID withdrawnBy, Instant withdrawnAt, LocalDate erasedOn) {}

    private static final String GAP =
            "select contact_id, date, withdrawn_by, withdrawn_at, erased_on from contact_gap where file_id = :file ";

    private final JdbcClient database;

    ContactGaps(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<Gap> of(UUID fileId) {
        return database.sql(GAP + "order by date desc, withdrawn_at desc, contact_id")
                .param("file", fileId)
                .query(ContactGaps::gap)
                .list();
    }

    /**
     * What a contact left in a file.
     *
     * @throws Problem 404 when it was not taken back there
     */
    Gap require(UUID fileId, UUID contactId) {
        return find(fileId, contactId).orElseThrow(Problem::notFound);
    }

    Optional<Gap> find(UUID fileId, UUID contactId) {
        return database.sql(GAP + "and contact_id = :contact")
                .param("file", fileId)
                .param("contact", contactId)
                .query(ContactGaps::gap)
                .optional();
    }

    private static Gap gap(ResultSet row, int number) throws SQLException {
        return new Gap(
                row.getObject("contact_id", UUID.class),
                row.getObject("date", LocalDate.class),
                row.getObject("withdrawn_by", UUID.class),
                Cells.instant(row, "withdrawn_at"),
                row.getObject("erased_on", LocalDate.class));
    }
}
