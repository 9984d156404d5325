package eu.lethe.cases.household;

import eu.lethe.platform.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands that a person lives in one household at a time. The claim is made in the transaction in which they join, so
 * that of two workers who put somebody into two households at the same time the second is told.
 */
@Component
class HouseholdsOfPersons {

    private final JdbcClient database;

    HouseholdsOfPersons(JdbcClient database) {
        this.database = database;
    }

    /**
     * Claims the person for a household; waits for a claim under way to commit or roll back.
     *
     * @throws Problem 409 when they live in one already
     */
    void claim(UUID personId, UUID householdId) {
        var claimed = database.sql("""
                        insert into household_of_person (person_id, household_id) values (:person, :household)
                        on conflict (person_id) do nothing""")
                .param("person", personId)
                .param("household", householdId)
                .update();
        if (claimed == 0) {
            throw Problem.of(HttpStatus.CONFLICT, "already-member").with("personId", personId);
        }
    }

    /** Where the person lives. */
    Optional<UUID> of(UUID personId) {
        return database.sql("select household_id from household_of_person where person_id = :person")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }

    /** They live there no longer. */
    void release(UUID personId) {
        database.sql("delete from household_of_person where person_id = :person")
                .param("person", personId)
                .update();
    }
}
