package eu.lethe.cases.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which exclusions and which restriction are in force for a person. */
@Component
class ReadingRestrictions {

    /** Somebody is kept out. */
    record Exclusion(UUID exclusionId, UUID workerId, UUID ask, String reason, Instant at) {}

    /** Only these may read. */
    record Restriction(
            UUID restrictionId, List<UUID> workers, UUID ask, boolean exceptionalAccess, String reason, Instant at) {

        Restriction {
            workers = List.copyOf(workers);
        }
    }

    private final JdbcClient database;

    ReadingRestrictions(JdbcClient database) {
        this.database = database;
    }

    /** Oldest first. */
    List<Exclusion> exclusionsFrom(UUID personId) {
        return database.sql("""
                        select exclusion_id, worker_id, ask, reason, at from exclusion
                         where person_id = :person order by at, exclusion_id""")
                .param("person", personId)
                .query((row, _) -> new Exclusion(
                        row.getObject("exclusion_id", UUID.class),
                        row.getObject("worker_id", UUID.class),
                        row.getObject("ask", UUID.class),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Restriction> restrictionOf(UUID personId) {
        return database.sql("""
                        select restriction_id, workers, ask, exceptional_access, reason, at from restriction
                         where person_id = :person""")
                .param("person", personId)
                .query((row, _) -> new Restriction(
                        row.getObject("restriction_id", UUID.class),
                        List.of((UUID[]) row.getArray("workers").getArray()),
                        row.getObject("ask", UUID.class),
                        row.getBoolean("exceptional_access"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
