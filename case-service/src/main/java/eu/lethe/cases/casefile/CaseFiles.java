package eu.lethe.cases.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which files there are, as far as the projection has come. */
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

    private static final String FILE = """
            select file_id, person_id, unit, opened_on, referent, last_contact_on, contacts from case_file where file_id = :id
            """;

    private final JdbcClient database;

    CaseFiles(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(UUID fileId) {
        return database.sql(FILE).param("id", fileId).query(CaseFiles::file).optional();
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
}
