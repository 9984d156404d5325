package eu.lethe.cases.draft;

import eu.lethe.cases.person.ReservedPersons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands the keys under which a browser keeps drafts on the workstation, encrypted: each member of staff has their own,
 * a new one each day. What was typed late in the day is to be read for three more days, so a key is kept for the day it was
 * made on and three. The database has them sealed, as it has all that is typed.
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

    private record SealedKey(UUID id, Sealed<String> sealed) {}

    private static final SealedField<String> DRAFT_KEY =
            new SealedField<>("draftKey", Compartment.NARRATIVE, String.class);

    private final JdbcClient database;
    private final ReservedPersons reserved;
    private final Sealer sealer;
    private final Opener opener;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    DraftKeys(JdbcClient database, ReservedPersons reserved, Sealer sealer, Opener opener, BusinessClock clock) {
        this.database = database;
        this.reserved = reserved;
        this.sealer = sealer;
        this.opener = opener;
        this.clock = clock;
    }

    /** Somebody's keys, newest first; today's is made when it is asked for first. */
    List<Key> of(UUID staffId) {
        var today = clock.today();
        if (!has(staffId, today)) {
            make(staffId, today);
        }
        return database
                .sql("""
                        select key_id, sealed from draft_key
                         where staff_id = :staff and made_on >= :oldest order by made_on desc""")
                .param("staff", staffId)
                .param("oldest", today.minusDays(KEPT_DAYS))
                .query((row, _) -> new SealedKey(
                        row.getObject("key_id", UUID.class), Sealed.<String>ofCompact(row.getString("sealed"))))
                .list()
                .stream()
                .flatMap(key -> opened(key).stream())
                .toList();
    }

    private boolean has(UUID staffId, LocalDate day) {
        return database.sql("select 1 from draft_key where staff_id = :staff and made_on = :day")
                .param("staff", staffId)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void make(UUID staffId, LocalDate day) {
        var secret = new byte[LENGTH];
        random.nextBytes(secret);
        var id = UUID.randomUUID();
        var sealed = sealer.seal(
                subjectOf(day),
                DRAFT_KEY,
                id,
                Clear.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
        database.sql("""
                        insert into draft_key (key_id, staff_id, made_on, sealed) values (:id, :staff, :day, :sealed)
                        on conflict (staff_id, made_on) do nothing""")
                .param("id", id)
                .param("staff", staffId)
                .param("day", day)
                .param("sealed", sealed.compact())
                .update();
    }

    /** An id with keys that is given to nobody: the keys of one day lie under its own. */
    private UUID subjectOf(LocalDate day) {
        var known = database.sql("select subject_id from draft_key_day where made_on = :day")
                .param("day", day)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = reserved.take();
        var made = database.sql("""
                        insert into draft_key_day (made_on, subject_id) values (:day, :subject)
                        on conflict (made_on) do nothing""").param("day", day).param("subject", fresh).update();
        if (made == 1) {
            return fresh;
        }
        reserved.giveBack(fresh);
        return subjectOf(day);
    }

    private Optional<Key> opened(SealedKey key) {
        return opener.openUnlessDestroyed(DRAFT_KEY, key.id(), key.sealed()).map(secret -> new Key(key.id(), secret));
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        var oldest = clock.today().minusDays(KEPT_DAYS);
        database.sql("delete from draft_key where made_on < :oldest")
                .param("oldest", oldest)
                .update();
        database.sql("delete from draft_key_day where made_on < :oldest")
                .param("oldest", oldest)
                .update();
    }
}
