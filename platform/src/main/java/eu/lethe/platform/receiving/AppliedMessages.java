package eu.lethe.platform.receiving;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Understands which messages have had their effect on this service's database. */
final class AppliedMessages {

    private final JdbcClient database;
    private final Duration kept;

    /**
     * @param kept longer than any topic keeps a message, so that none comes again after it was forgotten here
     */
    AppliedMessages(JdbcClient database, Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    /** Notes that a message is being applied, in the transaction that applies it; says whether it is the first time. */
    boolean isFirst(String consumer, UUID eventId) {
        return database.sql("insert into applied_message (consumer, event_id) values (?, ?) on conflict do nothing")
                        .param(consumer)
                        .param(eventId)
                        .update()
                == 1;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
    void forgetOld() {
        database.sql("delete from applied_message where applied_at < now() - make_interval(secs => ?)")
                .param(kept.toSeconds())
                .update();
    }
}
