package eu.lethe.cases.access;

import eu.lethe.platform.rows.Cells;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which exclusions and which restriction are in force for a person. */
@Component
class ReadingRestrictions {

    /**
     * Somebody is kept out.
     *
     * @param personId the record that it stands on
     */
    record Exclusion(UUID exclusionId, UUID personId, UUID workerId, UUID ask, String reason, Instant at) {}

    /**
     * Only these may read.
     *
     * @param personId the record that it stands on
     */
    record Restriction(
            UUID restrictionId,
            UUID personId,
            List<UUID> workers,
            UUID ask,
            boolean exceptionalAccess,
            String reason,
            Instant at) {

        Restriction {
            workers = List.copyOf(workers);
        }

        /** Whom both let in. */
        private Restriction and(Restriction other) {
            return new Restriction(
                    restrictionId,
                    personId,
                    workers.stream().filter(other.workers()::contains).toList(),
                    ask,
                    exceptionalAccess && other.exceptionalAccess(),
                    reason,
                    at);
        }
    }

    /** Which records' barriers are a person's: their own, and those of the records that are read as one with it. */
    private static final String OF_PERSON = """
             where person_id = :person or person_id in (select record_id from read_as_one where person_id = :person)
            """;

    private final JdbcClient database;

    ReadingRestrictions(JdbcClient database) {
        this.database = database;
    }

    /** Oldest first. */
    List<Exclusion> exclusionsFrom(UUID personId) {
        return database.sql("""
                        select exclusion_id, person_id, worker_id, ask, reason, at from exclusion""" + OF_PERSON + " order by at, exclusion_id")
                .param("person", personId)
                .query((row, _) -> new Exclusion(
                        row.getObject("exclusion_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("worker_id", UUID.class),
                        row.getObject("ask", UUID.class),
                        row.getString("reason"),
                        Cells.instant(row, "at")))
                .list();
    }

    /** What all the restrictions in force come to; where there are several, under the name of the person's own. */
    Optional<Restriction> restrictionOf(UUID personId) {
        return restrictionsOn(personId).stream().reduce(Restriction::and);
    }

    /** The person's own first. */
    List<Restriction> restrictionsOn(UUID personId) {
        return database.sql("""
                        select restriction_id, person_id, workers, ask, exceptional_access, reason, at from restriction""" + OF_PERSON + " order by person_id <> :person, at")
                .param("person", personId)
                .query((row, _) -> new Restriction(
                        row.getObject("restriction_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        List.of((UUID[]) row.getArray("workers").getArray()),
                        row.getObject("ask", UUID.class),
                        row.getBoolean("exceptional_access"),
                        row.getString("reason"),
                        Cells.instant(row, "at")))
                .list();
    }
}
