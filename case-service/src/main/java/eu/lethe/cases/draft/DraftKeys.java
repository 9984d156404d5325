package eu.lethe.cases.draft;

import eu.lethe.platform.time.BusinessClock;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands the keys under which a browser keeps drafts on the workstation, encrypted: each member of staff has their own,
 * a new one each day. What was typed late in the day is to be read for three more days, so a key is kept for the day it was
 * made on and three.
 */
@Component
class DraftKeys {

    private static final int LENGTH = 32;
    private static final int KEPT_DAYS = 3;

    /**
     * A key.
     *
     * @param key 32 bytes, base64url
     */
    record Key(UUID id, String key) {

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    private final JdbcClient database;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    DraftKeys(JdbcClient database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody's keys, newest first; today's is made when it is asked for first. */
    List<Key> of(UUID staffId) {
        var today = clock.today();
        var key = new byte[LENGTH];
        random.nextBytes(key);
        database.sql("""
                        insert into draft_key (key_id, staff_id, made_on, key) values (:id, :staff, :today, :key)
                        on conflict (staff_id, made_on) do nothing""")
                .param("id", UUID.randomUUID())
                .param("staff", staffId)
                .param("today", today)
                .param("key", key)
                .update();
        return database.sql("""
                        select key_id, key from draft_key
                         where staff_id = :staff and made_on >= :oldest order by made_on desc""")
                .param("staff", staffId)
                .param("oldest", today.minusDays(KEPT_DAYS))
                .query((row, _) -> new Key(
                        row.getObject("key_id", UUID.class),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("key"))))
                .list();
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        database.sql("delete from draft_key where made_on < :oldest")
                .param("oldest", clock.today().minusDays(KEPT_DAYS))
                .update();
    }
}
