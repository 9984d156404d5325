package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.receiving.KeptMessage.Content;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** Understands what is kept aside: what waits for somebody, in which order, and how what no longer does has ended. */
final class KeptQueue {

    /** As long as topics keep messages. */
    private static final Duration ENDED_KEPT = Duration.ofDays(90);

    private static final String SELECT = """
            select id, consumer, topic, "partition", "offset", state, code, subject, event_type, event_id, content,
                   kept_at, tries, tried_at, ended_at, ended_by,
                   (select count(*) from dead_lettered behind
                     where behind.consumer = kept.consumer and behind.subject = kept.subject and behind.place > kept.place
                       and behind.state in ('failed', 'waiting') and kept.state = 'failed') as behind
              from dead_lettered kept
            """;

    private final JdbcClient database;
    private final JsonMapper json = EventJson.mapper();

    KeptQueue(JdbcClient database) {
        this.database = database;
    }

    /** Those that failed and wait for somebody, the oldest first; or those that ended, the newest first. */
    List<KeptMessage> page(boolean open, int page, int size) {
        return database.sql(SELECT
                        + (open
                                ? "where state = 'failed' order by place"
                                : "where ended_at is not null order by ended_at desc, place")
                        + " limit :size offset :skipped")
                .param("size", size)
                .param("skipped", (long) page * size)
                .query((row, _) -> message(row))
                .list();
    }

    long count(boolean open) {
        return database.sql("select count(*) from dead_lettered where "
                        + (open ? "state = 'failed'" : "ended_at is not null"))
                .query(Long.class)
                .single();
    }

    Optional<KeptMessage> of(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, _) -> message(row))
                .optional();
    }

    /** The first that is kept aside about a subject. */
    Optional<KeptMessage> first(String consumer, String subject) {
        return database.sql(SELECT + """
                        where consumer = :consumer and subject = :subject and state in ('failed', 'waiting')
                        order by place limit 1""")
                .param("consumer", consumer)
                .param("subject", subject)
                .query((row, _) -> message(row))
                .optional();
    }

    /** How many are kept aside about a subject. */
    long left(String consumer, String subject) {
        return database.sql("""
                        select count(*) from dead_lettered
                         where consumer = :consumer and subject = :subject and state in ('failed', 'waiting')""")
                .param("consumer", consumer)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    /** It was tried again, and failed again. */
    void failedAgain(UUID id, String code) {
        database.sql("""
                        update dead_lettered set state = 'failed', code = :code, tries = tries + 1, tried_at = now()
                         where id = :id and state in ('failed', 'waiting')""").param("id", id).param("code", code).update();
    }

    /** It has had its effect, or never will. */
    void ended(UUID id, String state, UUID by) {
        database.sql("""
                        update dead_lettered
                           set state = :state, ended_at = now(), ended_by = :by, content = null
                         where id = :id""").param("id", id).param("state", state).param("by", by).update();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
    void forgetEnded() {
        database.sql("delete from dead_lettered where ended_at < now() - make_interval(secs => ?)")
                .param(ENDED_KEPT.toSeconds())
                .update();
    }

    private KeptMessage message(ResultSet row) throws SQLException {
        return new KeptMessage(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("state"),
                row.getString("code"),
                row.getString("subject"),
                row.getString("event_type"),
                row.getObject("event_id", UUID.class),
                content(row),
                Cells.instant(row, "kept_at"),
                row.getInt("tries"),
                Cells.instantIfAny(row, "tried_at"),
                Cells.instantIfAny(row, "ended_at"),
                row.getObject("ended_by", UUID.class),
                row.getLong("behind"));
    }

    private @Nullable Content content(ResultSet row) throws SQLException {
        var content = row.getString("content");
        return content == null ? null : json.readValue(content, Content.class);
    }
}
