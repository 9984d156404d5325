package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how a contact was worded before it was corrected, and since. */
@Component
class Revisions {

    /**
     * One wording.
     *
     * @param reason why it took the place of the one before; null for the first
     */
    record Row(
            UUID revisionId,
            LocalDate date,
            @Nullable Sealed<String> text,
            @Nullable Sealed<Circumstances> circumstances,
            @Nullable String reason,
            @Nullable Sealed<String> reasonText,
            UUID author,
            Instant at) {

        Stream<@Nullable Sealed<?>> sealed() {
            return Stream.of(text, circumstances, reasonText);
        }

        Optional<String> text(Reading reading) {
            return reading.openIfLeased(ContactEvent.TEXT, revisionId, text);
        }

        Optional<Circumstances> circumstances(Reading reading) {
            return reading.openIfLeased(ContactEvent.CIRCUMSTANCES, revisionId, circumstances);
        }

        Optional<String> reasonText(Reading reading) {
            return reading.openIfLeased(ContactEvent.REASON_TEXT, revisionId, reasonText);
        }
    }

    private static final String REVISION =
            "select revision_id, date, text, circumstances, reason, reason_text, author, at from contact_revision ";

    private final JdbcClient database;

    Revisions(JdbcClient database) {
        this.database = database;
    }

    /** Oldest first. */
    List<Row> of(Contacts.Row contact) {
        var all = database.sql(REVISION + "where contact_id = :id order by number")
                .param("id", contact.contactId())
                .query(Revisions::revision)
                .list();
        return all.isEmpty()
                ? List.of(new Row(
                        contact.revisionId(),
                        contact.date(),
                        contact.text(),
                        contact.circumstances(),
                        null,
                        null,
                        contact.author(),
                        contact.recordedAt()))
                : all;
    }

    private static Row revision(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("revision_id", UUID.class),
                row.getObject("date", LocalDate.class),
                Cells.sealed(row, "text"),
                Cells.sealed(row, "circumstances"),
                row.getString("reason"),
                Cells.sealed(row, "reason_text"),
                row.getObject("author", UUID.class),
                Cells.instant(row, "at"));
    }
}
