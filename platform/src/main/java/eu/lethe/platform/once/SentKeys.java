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
        var _ = database.sql("select set_config('lock_timeout', :patience, true)")
                .param("patience", patience.toMillis() + "ms")
                .query(String.class)
                .single();
        try {
            var inserted = database.sql("""
                            insert into sent_once (key_digest, body_digest, answer, person_ids, sent_at)
                            values (:key, :body, :answer, cast(:persons as uuid[]), :at)
                            on conflict (key_digest) do update
                               set body_digest = excluded.body_digest, answer = excluded.answer,
                                   person_ids = excluded.person_ids, sent_at = excluded.sent_at
                             where sent_once.sent_at <= :oldest""")
                    .param("key", claim.key())
                    .param("body", claim.body())
                    .param("answer", claim.answer())
                    .param("persons", claim.persons())
                    .param("at", clock.now().atOffset(ZoneOffset.UTC))
                    .param("oldest", oldest)
                    .update();
            database.sql("set local lock_timeout to default").update();
            return inserted > 0;
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
