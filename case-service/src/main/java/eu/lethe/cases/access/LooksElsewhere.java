package eu.lethe.cases.access;

import eu.lethe.platform.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands how often somebody may ask whether a person is known elsewhere in the agency, and whom an answer was about: its
 * id leads nobody but who asked, and not for long.
 */
@Component
public class LooksElsewhere {

    /** Enough for a day at the counter, and too few to go through a list of names. */
    static final int MOST_AN_HOUR = 12;

    private final JdbcClient database;

    LooksElsewhere(JdbcClient database) {
        this.database = database;
    }

    /**
     * Counts one more look, whatever it will meet.
     *
     * @throws Problem 429 {@code too-many-looks}
     */
    @Transactional
    public UUID begin(UUID staffId) {
        // one after the other: many at once are counted like many in turn
        database.sql("select pg_advisory_xact_lock(hashtextextended('look_elsewhere:' || :staff, 0))")
                .param("staff", staffId.toString())
                .query((_, _) -> true)
                .single();
        var lookId = UUID.randomUUID();
        var counted = database.sql("""
                        insert into look_elsewhere (look_id, staff_id, at)
                        select :look, :staff, clock_timestamp()
                         where (select count(*) from look_elsewhere
                                 where staff_id = :staff and at > clock_timestamp() - interval '1 hour') < :most""")
                .param("look", lookId)
                .param("staff", staffId)
                .param("most", MOST_AN_HOUR)
                .update();
        if (counted == 0) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-looks");
        }
        return lookId;
    }

    /** Whom the look met, to be named once the reason is given. */
    public void met(UUID lookId, UUID personId) {
        database.sql("update look_elsewhere set person_id = :person where look_id = :look")
                .param("person", personId)
                .param("look", lookId)
                .update();
    }

    /** Whom a look of a quarter of an hour ago at most met, for whoever looked. */
    public Optional<UUID> metBy(UUID lookId, UUID staffId) {
        return database.sql("""
                        select person_id from look_elsewhere
                         where look_id = :look and staff_id = :staff and person_id is not null
                           and at > clock_timestamp() - interval '15 minutes'""")
                .param("look", lookId)
                .param("staff", staffId)
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .optional();
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void drop() {
        database.sql("delete from look_elsewhere where at < clock_timestamp() - interval '1 day'")
                .update();
        database.sql("""
                        update look_elsewhere set person_id = null
                         where person_id is not null and at < clock_timestamp() - interval '15 minutes'""").update();
    }
}
