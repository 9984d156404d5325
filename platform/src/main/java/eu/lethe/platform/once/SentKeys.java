package eu.lethe.platform.once;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Understands which keys something was recorded under, for as long as somebody may still send it again: a draft that is written
 * on is kept on. Neither key nor content is here, only what recognises them.
 */
class SentKeys {

    static final Duration KEPT_FOR = Duration.ofDays(30);

    /** Who asks again before the first is answered waits for it no longer than a service waits for its database. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * In one statement: shortens the wait for a lock, takes the key, and lets whatever follows in the transaction wait as long as it
     * did before. Each step needs what the one before it gives, which is their order.
     */
    private static final String TAKE = """
            with before as materialized (select current_setting('lock_timeout') as wait),
                 patient as materialized (
                     select wait, set_config('lock_timeout', coalesce(:patience, wait), true) as ours from before),
                 taken as (
                     insert into sent_once (key_digest, body_digest, answer, person_ids, sent_at)
                     select :key, :body, :answer, cast(:persons as uuid[]), cast(:at as timestamptz)
                       from patient where ours is not null
                     on conflict (key_digest) do update
                        set body_digest = excluded.body_digest, answer = excluded.answer,
                            person_ids = excluded.person_ids, sent_at = excluded.sent_at
                      where sent_once.sent_at <= :oldest
                     returning 1),
                 counted as materialized (select count(*) as number from taken)
            select number > 0 as taken,
                   set_config('lock_timeout', case when number >= 0 then wait end, true) as again
              from counted cross join patient
            """;

    private final JdbcClient database;
    private final BusinessClock clock;
    private final Duration patience;

    SentKeys(JdbcClient database, BusinessClock clock, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
    }

    Optional<SentBefore> find(String key) {
        return find(key, oldest());
    }

    private Optional<SentBefore> find(String key, OffsetDateTime oldest) {
        return database.sql("select body_digest, answer from sent_once where key_digest = :key and sent_at > :oldest")
                .param("key", key)
                .param("oldest", oldest)
                .query((row, _) -> new SentBefore(row.getString("body_digest"), row.getString("answer")))
                .optional();
    }

    /**
     * Takes the key for what is recorded in the same transaction. Of two who do so at once the second waits for the first.
     *
     * @throws AlreadySent when something else was recorded under it
     * @throws Problem 409 when the first is not done in time
     */
    void take(Claim claim) {
        var oldest = oldest();
        if (!insert(claim, oldest)) {
            find(claim.key(), oldest)
                    .filter(before -> !before.answer().equals(claim.answer()))
                    .ifPresent(before -> {
                        throw new AlreadySent(before);
                    });
        }
    }

    private boolean insert(Claim claim, OffsetDateTime oldest) {
        try {
            return database.sql(TAKE)
                    .param("patience", patience.toMillis() + "ms")
                    .param("key", claim.key())
                    .param("body", claim.body())
                    .param("answer", claim.answer())
                    .param("persons", claim.persons())
                    .param("at", clock.now().atOffset(ZoneOffset.UTC))
                    .param("oldest", oldest)
                    .query((row, _) -> row.getBoolean("taken"))
                    .single();
        } catch (DataAccessException refused) {
            throw waitedInVain(refused) ? Problem.of(HttpStatus.CONFLICT, "being-recorded") : refused;
        }
    }

    private static boolean waitedInVain(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    /** Forgets what was answered about somebody. */
    void forget(UUID personId) {
        database.sql("delete from sent_once where person_ids @> cast(:person as uuid[])")
                .param("person", new String[] {personId.toString()})
                .update();
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        database.sql("delete from sent_once where sent_at <= :oldest")
                .param("oldest", oldest())
                .update();
    }

    private OffsetDateTime oldest() {
        return clock.now().minus(KEPT_FOR).atOffset(ZoneOffset.UTC);
    }
}
