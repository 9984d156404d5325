package eu.lethe.retention.epoch;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands whether the database and what lies beside the epoch keys tell the same. Either may be older than the other, since an
 * operator puts them back: nobody knows before they were compared, once after each start and whenever one of them is in doubt.
 */
public final class Comparison {

    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    private final What what;
    private final KeptBesideKeys everKept;
    private final BooleanSupplier kept;
    private final AtomicInteger doubts = new AtomicInteger(1);
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicBoolean unreadable = new AtomicBoolean();

    /**
     * @param kept whether it is there now
     */
    public Comparison(What what, KeptBesideKeys everKept, BooleanSupplier kept) {
        this.what = what;
        this.everKept = everKept;
        this.kept = kept;
    }

    /** Whether they were compared, and what was compared is there. */
    public boolean isDone() {
        return settled.get() == doubts.get() && kept.getAsBoolean();
    }

    /** Says that one of them may lack what the other has. */
    public void doubt() {
        doubts.incrementAndGet();
    }

    /**
     * Reads what lies beside the keys.
     *
     * @param refusal what whoever needs it is told when it cannot be read
     */
    public <T> T read(Supplier<T> reading, Supplier<Problem> refusal) {
        try {
            var known = reading.get();
            unreadable.set(false);
            return known;
        } catch (IllegalStateException unread) {
            // what is put in its place may be older
            doubt();
            if (!unreadable.getAndSet(true)) {
                LOG.error("no key is removed: {}", unread.getMessage());
            }
            throw refusal.get();
        }
    }

    /**
     * Compares them.
     *
     * @param completing brings them to the same; is told whether what was kept beside the keys is lost
     */
    public void make(Consumer<Boolean> completing) {
        var doubt = doubts.get();
        // in this order: another instance first keeps, and then notes that it did
        var keptBefore = everKept.noted(what);
        var lost = keptBefore && !kept.getAsBoolean();
        if (lost) {
            LOG.error("what was kept beside the epoch keys of {} is lost: no erasure goes on by itself", what.code);
        }
        completing.accept(lost);
        if (!keptBefore) {
            everKept.note(what);
        }
        settled.set(doubt);
    }
}
