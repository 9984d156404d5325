package eu.lethe.retention.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands what retention-service has heard of subjects of keys that depend on a person, in whatever order: who reported
 * something about them, and second records of theirs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownDependents {

    private static final String INFORMATION = """
            insert into known_information (information_id, person_id, file_id) values (:information, :person, :file)
            on conflict do nothing""";

    private static final String MERGE = """
            insert into known_merge (person_id, duplicate_id) values (:person, :duplicate) on conflict do nothing""";

    private final JdbcClient database;

    KnownDependents(JdbcClient database) {
        this.database = database;
    }

    // --- what third parties reported ---

    void received(UUID informationId, UUID personId, UUID fileId, UUID sourceId, String unit, LocalDate on) {
        information(informationId, personId, fileId);
        database.sql("""
                        update known_information set source_id = :source, unit = :unit, received_on = :on
                         where information_id = :information""")
                .param("source", sourceId)
                .param("unit", unit)
                .param("on", on)
                .param("information", informationId)
                .update();
    }

    void kept(UUID informationId, UUID personId, UUID fileId, LocalDate reviewedOn, LocalDate nextReviewOn) {
        information(informationId, personId, fileId);
        database.sql("""
                        update known_information set reviewed_on = :reviewed, next_review_on = :next
                         where information_id = :information and (reviewed_on is null or reviewed_on <= :reviewed)""")
                .param("reviewed", reviewedOn)
                .param("next", nextReviewOn)
                .param("information", informationId)
                .update();
    }

    void dismissed(UUID informationId, UUID personId, UUID fileId, UUID sourceId, LocalDate on) {
        information(informationId, personId, fileId);
        database.sql("""
                        update known_information set source_id = :source, dismissed_on = :on
                         where information_id = :information""")
                .param("source", sourceId)
                .param("on", on)
                .param("information", informationId)
                .update();
    }

    /** It is about the kept record of the person from now on. */
    void moved(UUID informationId, UUID personId, UUID fileId, UUID sourceId, String unit, LocalDate on) {
        received(informationId, personId, fileId, sourceId, unit, on);
        database.sql("""
                        update known_information set person_id = :person, file_id = :file
                         where information_id = :information""")
                .param("person", personId)
                .param("file", fileId)
                .param("information", informationId)
                .update();
    }

    private void information(UUID informationId, UUID personId, UUID fileId) {
        database.sql(INFORMATION)
                .param("information", informationId)
                .param("person", personId)
                .param("file", fileId)
                .update();
    }

    /** Who the information came from; empty until that was heard of. */
    Optional<UUID> sourceOf(UUID informationId) {
        return database.sql(
                        "select source_id from known_information where information_id = :information and source_id is not null")
                .param("information", informationId)
                .query(UUID.class)
                .optional();
    }

    /** Who reported what is in a file. */
    List<UUID> sourcesIn(UUID fileId) {
        return ids("select source_id from known_information where file_id = :id and source_id is not null", fileId);
    }

    // --- second records ---

    void merged(UUID personId, UUID duplicateId, Instant at) {
        merge(personId, duplicateId, "merged_at", at);
    }

    void undone(UUID personId, UUID duplicateId, Instant at) {
        merge(personId, duplicateId, "undone_at", at);
    }

    void settled(UUID personId, UUID duplicateId, LocalDate on, Instant at) {
        merge(personId, duplicateId, "settled_at", at);
        database.sql("""
                        update known_merge set settled_on = greatest(settled_on, :on)
                         where person_id = :person and duplicate_id = :duplicate""")
                .param("on", on)
                .param("person", personId)
                .param("duplicate", duplicateId)
                .update();
    }

    private void merge(UUID personId, UUID duplicateId, String column, Instant at) {
        database.sql(MERGE)
                .param("person", personId)
                .param("duplicate", duplicateId)
                .update();
        database.sql("update known_merge set " + column + " = greatest(" + column + ", :at)"
                        + " where person_id = :person and duplicate_id = :duplicate")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .param("duplicate", duplicateId)
                .update();
    }

    // --- both ---

    /** Those on whom a subject depends, the nearest first. */
    List<UUID> above(UUID subjectId) {
        return ids("""
                with recursive above (subject_id, level) as (
                    select person_id, 1 from dependent where subject_id = :id
                    union
                    select dependent.person_id, above.level + 1
                      from above join dependent on dependent.subject_id = above.subject_id
                     where above.level < 20
                )
                select subject_id from above group by subject_id order by min(level), subject_id""", subjectId);
    }

    /** Those who depend on a person directly. */
    List<UUID> below(UUID personId) {
        return ids("select subject_id from dependent where person_id = :id order by subject_id", personId);
    }

    /** The subject is gone, and with it what made it depend on somebody. */
    void erased(UUID subjectId) {
        database.sql("delete from known_information where source_id = :subject")
                .param("subject", subjectId)
                .update();
        database.sql("delete from known_merge where duplicate_id = :subject")
                .param("subject", subjectId)
                .update();
    }

    /** What the subject had said is gone; the subject is still there. */
    void silenced(UUID subjectId) {
        database.sql("update known_information set gone = true where source_id = :subject")
                .param("subject", subjectId)
                .update();
    }

    private List<UUID> ids(String query, UUID id) {
        return database.sql(query)
                .param("id", id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
