package eu.lethe.platform.journal;

import eu.lethe.platform.time.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands that the journal is about people too: once a day it is checked, and its entries are dropped with their events
 * when the retention schedule's {@code access-journal} says so. The hashes stay.
 */
final class WhenEntriesAreOldThenDropThem {

    private static final Logger LOG = LoggerFactory.getLogger(WhenEntriesAreOldThenDropThem.class);

    private final AccessJournal journal;
    private final JournalTable entries;
    private final HeadRow head;
    private final TransactionOperations transaction;
    private final BusinessClock clock;
    private final Period kept;
    private final Duration gapTimeout;
    private final AtomicInteger flaws;

    private @Nullable LocalDate lastDay;

    /**
     * @param kept how long an entry is kept
     * @param gapTimeout how old an event must be before its row may go
     */
    WhenEntriesAreOldThenDropThem(
            AccessJournal journal,
            JournalTable entries,
            HeadRow head,
            TransactionOperations transaction,
            BusinessClock clock,
            Period kept,
            Duration gapTimeout,
            MeterRegistry meters) {
        this.journal = journal;
        this.entries = entries;
        this.head = head;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
        this.gapTimeout = gapTimeout;
        this.flaws = meters.gauge("lethe.access.journal.flaws", new AtomicInteger());
    }

    /** Looks often whether the business day is another one: on a local stack years pass in a moment. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void onceADay() {
        var today = clock.today();
        if (!today.equals(lastDay)) {
            if (check()) {
                drop();
                lastDay = today;
            }
        }
    }

    /** Whether all could be looked at; while the broker is away it is looked at again a minute later. */
    private boolean check() {
        var here = journal.check(List.of());
        @Nullable JournalFlaws elsewhere;
        try {
            elsewhere = journal.checkAgainstPublished();
        } catch (RuntimeException unread) {
            LOG.warn(
                    "what was published of the access journal could not be read: {}",
                    unread.getClass().getSimpleName());
            elsewhere = null;
        }
        var found = elsewhere == null ? here : here.and(elsewhere);
        flaws.set(
                found.missing().size() + found.altered().size() + found.heads().size());
        if (!found.none()) {
            LOG.error(
                    "the access journal was changed: {} entries missing, {} altered, {} heads that do not fit",
                    found.missing().size(),
                    found.altered().size(),
                    found.heads().size());
        }
        return elsewhere != null;
    }

    /** Drops what is old enough; says how many entries that were. */
    int drop() {
        var old = clock.today().minus(kept).atStartOfDay(clock.zone()).toInstant();
        var young = GenericEventMessage.clock.instant().minus(gapTimeout);
        return transaction.execute(_ -> {
            var state = head.lock();
            var first = entries.firstSince(old, young).orElse(state.tree().size());
            head.keepsFrom(first);
            return entries.dropBefore(first);
        });
    }
}
