package eu.lethe.cases.casefile;

import eu.lethe.cases.access.Oversight;
import eu.lethe.cases.access.ReadablePersons;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files there are, as far as the projection has come. */
@Component
public class CaseFiles {

    /**
     * A file.
     *
     * @param referent who answers for it; null after a transfer until somebody is assigned, and once they no longer may
     * @param closedOn since when nothing is written in it, if it is closed
     */
    public record Row(
            UUID fileId,
            UUID personId,
            String unit,
            LocalDate openedOn,
            @Nullable UUID referent,
            @Nullable LocalDate lastContactOn,
            int contacts,
            @Nullable LocalDate closedOn,
            @Nullable String closingReason) {}

    /** SQL: a file; the referent is whoever may answer for it today. */
    static final String COLUMNS = """
            case_file.file_id, case_file.person_id, case_file.unit, case_file.opened_on, %s as referent,
            case_file.last_contact_on, case_file.contacts, case_file.closed_on, case_file.closing_reason
            """.formatted(Oversight.REFERENT);

    private static final String FILE = "select " + COLUMNS + " from case_file where case_file.file_id = :id";

    private final JdbcClient database;

    CaseFiles(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(UUID fileId) {
        return database.sql(FILE).param("id", fileId).query(CaseFiles::file).optional();
    }

    /** Live files of the unit, those of one worker only if somebody is given, without what is kept from the reader. */
    public List<UUID> of(String unit, @Nullable UUID referent, UUID reader) {
        return database.sql("""
                        select case_file.file_id
                          from case_file join person on person.person_id = case_file.person_id
                         where case_file.unit = :unit and case_file.erased_on is null and person.grace_ends_at is null
                           and (cast(:referent as uuid) is null or referent = cast(:referent as uuid)) and %s""".formatted(ReadablePersons.SHOWN))
                .param("unit", unit)
                .param("referent", referent)
                .param("reader", reader)
                .query((row, _) -> row.getObject("file_id", UUID.class))
                .list();
    }

    static Row file(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("file_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("referent", UUID.class),
                row.getObject("last_contact_on", LocalDate.class),
                row.getInt("contacts"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closing_reason"));
    }
}
