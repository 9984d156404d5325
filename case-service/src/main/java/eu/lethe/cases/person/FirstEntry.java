package eu.lethe.cases.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands what is the first of all that is written down about somebody by its day, as far as the projection has come. What was
 * taken back or found to be an error, or unfounded, is not; of a stay in a household whose beginning nobody knows, its last day is.
 */
@Component
class FirstEntry {

    /**
     * Something that took place on a day.
     *
     * @param what it is, as a refusal calls it, e.g. {@code contact}
     */
    record Entry(String what, LocalDate on) {}

    private static final String FIRST = """
            select what, "on" from (
                select 'contact' as what, date as "on" from contact where person_id in (:persons) and not hidden
                union all
                select 'assessment', date from assessment
                 where person_id in (:persons)
                   and number = (select max(number) from assessment other
                                  where other.assessment_id = assessment.assessment_id)
                union all
                select 'received', received_on from third_party_information
                 where person_id in (:persons) and dismissed_on is null and erased_on is null
                union all
                select 'referral', date from referral where person_id in (:persons)
                union all
                select case when since is null then 'left' else 'joined' end, coalesce(since, left_on) from household_member
                 where person_id in (:persons) and reason is distinct from 'error'
                union all
                select 'opening', opened_on from case_file where person_id in (:persons) and erased_on is null
            ) entry
             where "on" is not null
             order by "on", what <> 'contact', what
             limit 1
            """;

    private final JdbcClient database;

    FirstEntry(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first; empty when nothing with a day is written down.
     *
     * @param records the person's, when there are several that are read as one
     */
    Optional<Entry> about(Collection<UUID> records) {
        return database.sql(FIRST)
                .param("persons", records)
                .query((row, _) -> new Entry(row.getString("what"), row.getObject("on", LocalDate.class)))
                .optional();
    }
}
