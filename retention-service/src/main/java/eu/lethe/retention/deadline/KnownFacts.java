package eu.lethe.retention.deadline;

import eu.lethe.retention.deadline.Facts.Dependence;
import eu.lethe.retention.schedule.RetentionSchedule;
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

    /**
     * An array, so that the files are looked up by their index: of recursion the planner expects many rows, and reads all. Of a
     * file's contacts the last ones are read, from the end of their index; how many to read is written here, so that no plan
     * has to expect more.
     */
    private static final String FILES = """
            with recursive record (person_id) as (
                select cast(:person as uuid)
                union
                select merge.duplicate_id
                  from record join merge_in_force merge on merge.person_id = record.person_id
            )
            select file.file_id, file.person_id, file.unit, file.opened_on, protection.majority_on,
                   latest.last_contact_on, latest.contacts,
                   coalesce(person.health_gone < (
                       select health from known_contact contact
                        where contact.file_id = file.file_id and health is not null
                        order by health desc limit 1), false) as health
              from known_file file
              join known_person person on person.person_id = file.person_id
              left join known_protection protection on protection.file_id = file.file_id
             cross join lateral (
                   select max(date) as last_contact_on, count(*) as contacts
                     from (select date from known_contact contact
                            where contact.file_id = file.file_id and not withdrawn and date is not null
                            order by date desc limit %d) last_one) latest
             where file.person_id = any (array(select person_id from record))
             order by file.file_id""".formatted(RetentionSchedule.FOLLOW_UP);

    /** What most persons have nothing of is asked for only of who has: these are looks into an index, no statements. */
    private static final String PERSON = """
            select person.*,
                   exists (select 1 from known_consent where person_id = person.person_id) as has_consents,
                   exists (select 1 from known_evidence where person_id = person.person_id) as has_evidence,
                   exists (select 1 from known_information where source_id = person.person_id)
                       or exists (select 1 from merge_in_force where duplicate_id = person.person_id) as depends
              from known_person person where person.person_id = :person""";

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
        return database.sql(PERSON)
                .param("person", personId)
                .query((row, _) -> new Facts(
                        personId,
                        row.getString("unit"),
                        row.getObject("registered_on", LocalDate.class),
                        row.getBoolean("erased"),
                        filesOf(files, personId, true),
                        filesOf(files, personId, false),
                        row.getBoolean("has_consents") ? consents(personId) : List.of(),
                        row.getBoolean("has_evidence") ? evidence.of(personId) : List.of(),
                        row.getBoolean("depends") ? dependence(personId) : null))
                .single();
    }

    private List<Facts.Consent> consents(UUID personId) {
        return database.sql("select * from known_consent where person_id = :person and not lapsed order by consent_id")
                .param("person", personId)
                .query((row, _) -> consent(row))
                .list();
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
