package eu.lethe.cases.protection;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands in which files something changed that may say whether there is child protection in them. */
@Component
class FilesToLookAt {

    /**
     * A file in which something changed.
     *
     * @param mark which change was the last
     */
    record Changed(UUID fileId, UUID personId, long mark) {}

    /** What was coded, and for which day. */
    record Coded(UUID codingId, LocalDate date, Sealed<Codes> codes) {}

    /** Whom the person was referred to, and when. */
    record Referred(
            LocalDate date, String recipient, @Nullable String purpose) {}

    private final JdbcClient database;

    FilesToLookAt(JdbcClient database) {
        this.database = database;
    }

    /** Those that changed longest ago and can be read: who is suspended is looked at when they are shown again. */
    List<Changed> next(int atMost) {
        return database.sql("""
                        select changed.file_id, file.person_id, changed.mark
                          from file_to_look_at changed
                          join case_file file on file.file_id = changed.file_id and file.erased_on is null
                          join person on person.person_id = file.person_id
                                     and person.erased_on is null and person.grace_ends_at is null
                         order by changed.mark limit :most""")
                .param("most", atMost)
                .query((row, _) -> new Changed(
                        row.getObject("file_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getLong("mark")))
                .list();
    }

    /** It was looked at, as it was then: a change that came meanwhile is looked at again. */
    void done(Changed file) {
        database.sql("delete from file_to_look_at where file_id = :file and mark = :mark")
                .param("file", file.fileId())
                .param("mark", file.mark())
                .update();
    }

    List<Coded> codedIn(UUID fileId) {
        return database.sql("""
                        select coding_id, date, codes from contact
                         where file_id = :file and codes is not null and not hidden order by date""")
                .param("file", fileId)
                .query((row, _) -> {
                    Sealed<Codes> codes = Cells.sealed(row, "codes");
                    return new Coded(
                            row.getObject("coding_id", UUID.class),
                            row.getObject("date", LocalDate.class),
                            Objects.requireNonNull(codes));
                })
                .list();
    }

    List<Referred> referredIn(UUID fileId) {
        return database.sql("select date, recipient, purpose from referral where file_id = :file order by date")
                .param("file", fileId)
                .query((row, _) -> new Referred(
                        row.getObject("date", LocalDate.class), row.getString("recipient"), row.getString("purpose")))
                .list();
    }
}
