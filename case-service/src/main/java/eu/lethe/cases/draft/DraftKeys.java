package eu.lethe.cases.draft;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands the keys under which a browser keeps drafts on the workstation, encrypted: each member of staff has their own,
 * a new one each quarter of a day. The database has them sealed under a key that belongs to nobody, and that retention-service
 * removes before the oldest draft is 72 hours old: from then on no copy of this database opens what was typed.
 */
@Component
class DraftKeys {

    private static final int LENGTH = 32;

    /** How long one key is in use; browsers ask for a new one as often. */
    private static final Duration QUARTER = Duration.ofHours(6);

    /** From the first moment of a quarter: a lease and the time until retention-service looks lie within the 72 hours as well. */
    private static final Duration LASTING = SealedDrafts.KEPT_FOR.minus(Duration.ofMinutes(10));

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
    private final KeyLeases keeper;
    private final Sealer sealer;
    private final Opener opener;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    DraftKeys(JdbcClient database, KeyLeases keeper, Sealer sealer, Opener opener, BusinessClock clock) {
        this.database = database;
        this.keeper = keeper;
        this.sealer = sealer;
        this.opener = opener;
        this.clock = clock;
    }

    /** Somebody's keys, newest first; that of now is made when it is asked for first. */
    List<Key> of(UUID staffId) {
        var quarter = quarter();
        if (!has(staffId, quarter)) {
            make(staffId, quarter);
        }
        return database
                .sql(
                        "select key_id, sealed from draft_key where staff_id = :staff and since > :over order by since desc")
                .param("staff", staffId)
                .param("over", over())
                .query((row, _) -> new SealedKey(
                        row.getObject("key_id", UUID.class), Sealed.<String>ofCompact(row.getString("sealed"))))
                .list()
                .stream()
                .flatMap(key -> opened(key).stream())
                .toList();
    }

    private boolean has(UUID staffId, OffsetDateTime quarter) {
        return database.sql("select 1 from draft_key where staff_id = :staff and since = :quarter")
                .param("staff", staffId)
                .param("quarter", quarter)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void make(UUID staffId, OffsetDateTime quarter) {
        var secret = new byte[LENGTH];
        random.nextBytes(secret);
        var id = UUID.randomUUID();
        var sealed = sealer.seal(
                subjectOf(quarter),
                DRAFT_KEY,
                id,
                Clear.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
        database.sql("""
                        insert into draft_key (key_id, staff_id, since, sealed) values (:id, :staff, :quarter, :sealed)
                        on conflict (staff_id, since) do nothing""")
                .param("id", id)
                .param("staff", staffId)
                .param("quarter", quarter)
                .param("sealed", sealed.compact())
                .update();
    }

    /** The keys of one quarter lie under a subject that is nobody; of two that are made at once, one stays unused and passes. */
    private UUID subjectOf(OffsetDateTime quarter) {
        return known(quarter).orElseGet(() -> {
            database.sql("""
                            insert into draft_key_quarter (since, subject_id) values (:quarter, :subject)
                            on conflict (since) do nothing""")
                    .param("quarter", quarter)
                    .param("subject", keeper.passing(quarter.toInstant().plus(LASTING)))
                    .update();
            return known(quarter).orElseThrow();
        });
    }

    private Optional<UUID> known(OffsetDateTime quarter) {
        return database.sql("select subject_id from draft_key_quarter where since = :quarter")
                .param("quarter", quarter)
                .query(UUID.class)
                .optional();
    }

    private Optional<Key> opened(SealedKey key) {
        return opener.reading(Unseen.DRAFT_KEYS)
                .openUnlessDestroyed(DRAFT_KEY, key.id(), key.sealed())
                .map(secret -> new Key(key.id(), secret));
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        var over = over();
        database.sql("delete from draft_key where since <= :over")
                .param("over", over)
                .update();
        database.sql("delete from draft_key_quarter where since <= :over")
                .param("over", over)
                .update();
    }

    private OffsetDateTime quarter() {
        var seconds = clock.now().getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, QUARTER.toSeconds()))
                .atOffset(ZoneOffset.UTC);
    }

    /** Keys of this quarter, or an earlier one, are no more. */
    private OffsetDateTime over() {
        return clock.now().minus(LASTING).atOffset(ZoneOffset.UTC);
    }
}
