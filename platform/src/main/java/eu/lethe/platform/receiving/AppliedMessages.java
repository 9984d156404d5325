package eu.lethe.platform.receiving;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
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

    /** Notes that messages are being applied, in the transaction that applies them; gives those that are for the first time. */
    Set<UUID> firstOf(String consumer, Collection<UUID> eventIds) {
        return new HashSet<>(database.sql("""
                        insert into applied_message (consumer, event_id)
                        select :consumer, unnest(cast(:events as uuid[])) on conflict do nothing returning event_id""")
                .param("consumer", consumer)
                .param("events", eventIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
    void forgetOld() {
        database.sql("delete from applied_message where applied_at < now() - make_interval(secs => ?)")
                .param(kept.toSeconds())
                .update();
    }
}
