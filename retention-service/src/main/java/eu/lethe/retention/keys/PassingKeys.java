package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands the keys that are made for a time. They belong to nobody, and their end is known when they are made: whoever asked
 * for one can neither put the end off nor bring it forward, so that no service gets a way to remove a person's key.
 */
@Component
public class PassingKeys {

    /** The longest time that is given. */
    public static final Duration LONGEST = Duration.ofDays(3);

    static final Compartment COMPARTMENT = Compartment.NARRATIVE;

    private final JdbcTemplate database;
    private final ContentKeys keys;
    private final Suspension suspension;
    private final KeyRemover remover;
    private final LedgerGate gate;
    private final BusinessClock clock;

    PassingKeys(
            JdbcTemplate database,
            ContentKeys keys,
            Suspension suspension,
            KeyRemover remover,
            LedgerGate gate,
            BusinessClock clock) {
        this.database = database;
        this.keys = keys;
        this.suspension = suspension;
        this.remover = remover;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Makes a subject with one key.
     *
     * @throws Problem 422 when the end is over, or further away than the longest time
     */
    @Transactional
    public UUID make(Instant endsAt) {
        gate.require();
        var now = clock.now();
        if (!endsAt.isAfter(now) || endsAt.isAfter(now.plus(LONGEST))) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-end");
        }
        var subject = UUID.randomUUID();
        database.update(
                "insert into passing_key (subject_id, ends_at) values (?, ?)",
                subject,
                endsAt.atOffset(ZoneOffset.UTC));
        keys.provision(new KeyId(subject, COMPARTMENT, 1));
        return subject;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${lethe.retention.passing-keys.look-every:PT1M}")
    void removeEnded() {
        if (!gate.open()) {
            return;
        }
        database.queryForList(
                        "select subject_id from passing_key where ends_at <= ? order by ends_at",
                        UUID.class,
                        clock.now().atOffset(ZoneOffset.UTC))
                .forEach(this::remove);
    }

    /** Like an erasure of its own: withheld, removed, written into the ledger. Each step may be taken again. */
    private void remove(UUID subject) {
        var _ = suspension.suspend(subject, Map.of(subject, List.of(COMPARTMENT)));
        var _ = remover.remove(subject, List.of(new Doomed(subject, true)), clock.today());
        database.update("delete from passing_key where subject_id = ?", subject);
    }
}
