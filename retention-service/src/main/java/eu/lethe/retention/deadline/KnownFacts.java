package eu.lethe.retention.deadline;

import eu.lethe.retention.deadline.Facts.Dependence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of one person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownFacts {

    /** An array, so that the files are looked up by their index: of recursion the planner expects many rows, and reads all. */
    private static final String FILES = """
            with recursive record (person_id) as (
                select cast(:person as uuid)
                union
                select merge.duplicate_id
                  from record join merge_in_force merge on merge.person_id = record.person_id
            )
            select file.file_id, file.person_id, file.unit, file.opened_on,
                   max(contact.date) filter (where not contact.withdrawn) as last_contact_on,
                   count(contact.date) filter (where not contact.withdrawn) as contacts,
                   coalesce(max(contact.health) > max(person.health_gone), false) as health,
                   max(protection.majority_on) as majority_on
              from known_file file
              join known_person person on person.person_id = file.person_id
              left join known_contact contact on contact.file_id = file.file_id
              left join known_protection protection on protection.file_id = file.file_id
             where file.person_id = any (array(select person_id from record))
             group by file.file_id order by file.file_id""";

    private static final String SOURCE = """
            select information.*, coalesce(file.unit, information.unit, person.unit) as unit_now,
                   person.erased as left_behind, person.erased_on
              from known_information information
              left join known_file file on file.file_id = information.file_id
              left join known_person person on person.person_id = information.person_id
             where information.source_id = :subject""";

    private static final String DUPLICATE = """
            select merge.settled_on, coalesce(file.unit, subject.unit, person.unit) as unit_now,
                   coalesce(person.erased, false) as left_behind, person.erased_on, merge.since
              from merge_in_force merge
              left join known_person person on person.person_id = merge.person_id
              left join known_person subject on subject.person_id = merge.duplicate_id
              left join known_file file on file.person_id = merge.duplicate_id
             where merge.duplicate_id = :subject order by merge.since desc limit 1""";

    private final JdbcClient database;
    private final KnownEvidence evidence;

    KnownFacts(JdbcClient database, KnownEvidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    /** All that is known of a person who was heard of. */
    Facts of(UUID personId) {
        var files = database.sql(FILES)
                .param("person", personId)
                .query((row, _) -> new FileOf(row.getObject("person_id", UUID.class), file(row)))
                .list();
        var consents = database.sql(
                        "select * from known_consent where person_id = :person and not lapsed order by consent_id")
                .param("person", personId)
                .query((row, _) -> consent(row))
                .list();
        return database.sql("select * from known_person where person_id = :person")
                .param("person", personId)
                .query((row, _) -> new Facts(
                        personId,
                        row.getString("unit"),
                        row.getObject("registered_on", LocalDate.class),
                        row.getBoolean("erased"),
                        filesOf(files, personId, true),
                        filesOf(files, personId, false),
                        consents,
                        evidence.of(personId),
                        dependence(personId)))
                .single();
    }

    private record FileOf(UUID personId, Facts.File file) {}

    private static List<Facts.File> filesOf(List<FileOf> files, UUID personId, boolean own) {
        return files.stream()
                .filter(file -> file.personId().equals(personId) == own)
                .map(FileOf::file)
                .toList();
    }

    private @Nullable Dependence dependence(UUID subject) {
        return database.sql(SOURCE)
                .param("subject", subject)
                .query((row, _) -> row.getBoolean("left_behind") ? leftBehind(row) : source(row))
                .optional()
                .or(() -> database.sql(DUPLICATE)
                        .param("subject", subject)
                        .query((row, _) -> row.getBoolean("left_behind")
                                ? leftBehind(row)
                                : new Dependence.Duplicate(row.getObject("settled_on", LocalDate.class)))
                        .optional())
                .orElse(null);
    }

    private static Dependence leftBehind(ResultSet row) throws SQLException {
        return new Dependence.LeftBehind(
                Objects.requireNonNullElse(row.getString("unit_now"), ""),
                Objects.requireNonNullElse(row.getObject("erased_on", LocalDate.class), LocalDate.EPOCH));
    }

    private static Dependence source(ResultSet row) throws SQLException {
        return new Dependence.Source(
                row.getObject("file_id", UUID.class),
                row.getString("unit_now"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("next_review_on", LocalDate.class),
                row.getObject("dismissed_on", LocalDate.class),
                row.getBoolean("gone"));
    }

    private static Facts.File file(ResultSet row) throws SQLException {
        return new Facts.File(
                row.getObject("file_id", UUID.class),
                row.getString("unit"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("last_contact_on", LocalDate.class),
                row.getInt("contacts"),
                row.getBoolean("health"),
                row.getObject("majority_on", LocalDate.class));
    }

    private static Facts.Consent consent(ResultSet row) throws SQLException {
        return new Facts.Consent(
                row.getObject("consent_id", UUID.class),
                KnownPersons.compartments(row.getArray("compartments")),
                row.getObject("withdrawn_on", LocalDate.class));
    }
}
