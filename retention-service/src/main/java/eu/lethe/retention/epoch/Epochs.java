package eu.lethe.retention.epoch;

import eu.lethe.platform.rows.Cells;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Understands which epochs there were, which is the current one, and which are destroyed. */
@Component
public class Epochs {

    /**
     * One epoch.
     *
     * @param retiredAt when the next one took its place
     * @param emptiedAt since when no key is wrapped in it; none is ever again
     * @param destroyedAt since when nothing wrapped in it can be unwrapped
     */
    public record Epoch(
            int number,
            Instant since,
            @Nullable Instant retiredAt,
            @Nullable Instant emptiedAt,
            @Nullable Instant destroyedAt) {}

    private final JdbcClient database;
    private final EpochKeyStore store;
    private final Clock wall = Clock.systemUTC();

    Epochs(JdbcClient database, EpochKeyStore store) {
        this.database = database;
        this.store = store;
    }

    /** The current epoch, if the first has begun. */
    public Optional<Epoch> current() {
        return database.sql("select * from epoch where retired_at is null")
                .query(Epochs::row)
                .optional();
    }

    /**
     * The epoch to wrap new keys in. Until the transaction ends it cannot be retired, so that a rotation sees every row of
     * the epoch it is about to destroy.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forWriting() {
        for (var attempt = 0; attempt < 100; attempt++) {
            var current = database.sql("select number from epoch where retired_at is null for share")
                    .query(Integer.class)
                    .optional();
            if (current.isPresent()) {
                return current.get();
            }
            begin();
        }
        throw new IllegalStateException("no epoch stays current");
    }

    /**
     * Begins the next epoch, if none is current. Its key is in the store before any row points to it; a key that a crash
     * left there unused is taken up.
     */
    @Transactional
    public void begin() {
        database.sql("select pg_advisory_xact_lock(hashtext('lethe.epoch'))")
                .query()
                .listOfRows();
        if (current().isPresent()) {
            return;
        }
        int last = database.sql("select coalesce(max(number), 0) from epoch")
                .query(Integer.class)
                .single();
        store.create(last + 1);
        database.sql("insert into epoch (number, since) values (:number, :since)")
                .param("number", last + 1)
                .param("since", now())
                .update();
    }

    /** Ends the current epoch and begins the next. */
    @Transactional
    public void advance() {
        database.sql("select pg_advisory_xact_lock(hashtext('lethe.epoch'))")
                .query()
                .listOfRows();
        database.sql("update epoch set retired_at = :now where retired_at is null")
                .param("now", now())
                .update();
        begin();
    }

    /** Epochs that are not destroyed, the oldest first; the current one is the last. */
    List<Epoch> living() {
        return database.sql("select * from epoch where destroyed_at is null order by number")
                .query(Epochs::row)
                .list();
    }

    /** Epochs that are over and whose key may still be in the store. */
    List<Epoch> awaitingDestruction() {
        return database.sql("select * from epoch where retired_at is not null and destroyed_at is null order by number")
                .query(Epochs::row)
                .list();
    }

    void emptied(int number) {
        database.sql("update epoch set emptied_at = :now where number = :number and emptied_at is null")
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** Those of them whose key was destroyed. */
    List<Integer> destroyedAmong(Collection<Integer> numbers) {
        return database.sql("select number from epoch where number = any (:numbers) and destroyed_at is not null")
                .param("numbers", numbers.toArray(Integer[]::new))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    void destroyed(int number) {
        database.sql("update epoch set destroyed_at = :now where number = :number and destroyed_at is null")
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** All epochs up to one that are not destroyed: while there are any, an old backup may hold what was wrapped then. */
    public List<Integer> keptUpTo(int number) {
        return database.sql("select number from epoch where number <= :number and destroyed_at is null order by number")
                .param("number", number)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** The epochs from one to another. */
    public List<Epoch> between(int first, int last) {
        return database.sql("select * from epoch where number between :first and :last order by number")
                .param("first", first)
                .param("last", last)
                .query(Epochs::row)
                .list();
    }

    private OffsetDateTime now() {
        return wall.instant().atOffset(ZoneOffset.UTC);
    }

    private static Epoch row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Epoch(
                row.getInt("number"),
                Cells.instant(row, "since"),
                Cells.instantIfAny(row, "retired_at"),
                Cells.instantIfAny(row, "emptied_at"),
                Cells.instantIfAny(row, "destroyed_at"));
    }
}
