package eu.lethe.retention.certificate;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.publishing.NotAcknowledged;
import eu.lethe.retention.certificate.TreeComparison.Outcome;
import eu.lethe.retention.epoch.KeptBesideKeys;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import eu.lethe.retention.epoch.SigningKeyStore;
import eu.lethe.retention.epoch.TreeEntry;
import eu.lethe.retention.epoch.TreeRecord;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Understands that there is one list of certificates, whatever an operator puts back: its growth is written beside the epoch
 * keys and told to Kafka before a certificate is handed out, and a database that does not continue it certifies nothing.
 */
@Component
class CertificateTree implements MeterBinder {

    /** Why nothing is certified. */
    enum Closed {
        /** The record is being compared, or cannot be read or written just now. */
        CHECKING("certificate-list-checking"),
        /** The record was kept, and is gone. */
        MISSING("certificate-list-missing"),
        /** Two lists were signed, or the record was altered. */
        FORKED("certificate-list-forked");

        private final String code;

        Closed(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CertificateTree.class);
    private static final Duration COMPARED_EVERY = Duration.ofHours(1);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(30);

    private final CertificateLog log;
    private final TreeRecord record;
    private final KeptBesideKeys kept;
    private final TreeTopic topic;
    private final SigningKeyStore signing;
    private final TransactionTemplate transaction;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Closed why = Closed.CHECKING;
    private volatile String said = "";
    private volatile int exported;
    private @Nullable Integer told;
    private long compareAfter = System.nanoTime();

    CertificateTree(
            CertificateLog log,
            TreeRecord record,
            KeptBesideKeys kept,
            TreeTopic topic,
            SigningKeyStore signing,
            TransactionTemplate transaction) {
        this.log = log;
        this.record = record;
        this.kept = kept;
        this.topic = topic;
        this.signing = signing;
        this.transaction = transaction;
    }

    /**
     * Lets a certificate be added, under the lock of the list.
     *
     * @param leaves the list as the database has it
     * @throws Problem 503 with the reason, when the list would be another than the one whose head was given out
     */
    void requireOne(List<TreeEntry> leaves) {
        try {
            var written = record.entries();
            var recorded = written.orElse(List.of());
            if (written.isEmpty() && kept.noted(What.CERTIFICATES)) {
                close(Closed.MISSING, "the record that lay with the epoch keys is gone: put its last copy back");
            } else if (recorded.size() > leaves.size()) {
                close(Closed.CHECKING, "the database is older than the list of certificates");
                compareAfter = System.nanoTime();
            } else if (comparison().of(leaves, recorded, List.of()) instanceof Outcome.Torn(var sentence)) {
                close(Closed.FORKED, sentence);
            }
        } catch (IllegalStateException unreadable) {
            close(Closed.CHECKING, String.valueOf(unreadable.getMessage()));
        }
        requireOpen();
    }

    /**
     * Lets the list be shown as the agency's.
     *
     * @throws Problem 503 with the reason, when it may be another than the one whose head was given out
     */
    void requireOpen() {
        var reason = why;
        if (reason != null) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, reason.code());
        }
    }

    /**
     * Lets a certificate be handed out: what was not written down could be forgotten, and its place be given to another.
     *
     * @throws Problem 503 when it is not written down
     */
    void requireRecorded(long index) {
        if (index >= exported) {
            look();
        }
        if (index >= exported) {
            requireOpen();
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, Closed.CHECKING.code());
        }
    }

    /** How many certificates are written down. */
    int recorded() {
        if (log.size() > exported) {
            look();
        }
        return exported;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        look();
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
    void look() {
        oneAtATime.lock();
        try {
            if (why != null || System.nanoTime() - compareAfter >= 0 || log.size() != exported) {
                compare();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void compare() {
        List<TreeEntry> heard = List.of();
        if (why != null || System.nanoTime() - compareAfter >= 0) {
            try {
                heard = topic.read();
                told = null;
                compareAfter = System.nanoTime() + COMPARED_EVERY.toNanos();
            } catch (KafkaException away) {
                compareAfter = System.nanoTime() + ASKED_AGAIN_AFTER.toNanos();
                if (why == Closed.FORKED || why == Closed.MISSING) {
                    // what shows that there are two lists may be there
                    return;
                }
            }
        }
        var known = heard;
        var longest = transaction.execute(_ -> settle(known));
        if (longest != null) {
            open(longest.size());
            tell(longest, heard);
        }
    }

    /** Brings database and record to the same end; absent when they do not tell of one list. */
    private @Nullable List<TreeEntry> settle(List<TreeEntry> heard) {
        log.lock();
        var database = log.entries();
        try {
            var recorded = record.entries();
            if (recorded.isEmpty() && kept.noted(What.CERTIFICATES)) {
                close(Closed.MISSING, "the record that lay with the epoch keys is gone: put its last copy back");
                return null;
            }
            var lines = recorded.orElse(List.of());
            return switch (comparison().of(database, lines, heard)) {
                case Outcome.Torn(var sentence) -> {
                    close(Closed.FORKED, sentence);
                    yield null;
                }
                case Outcome.One(var longest) -> {
                    record.append(longest.subList(lines.size(), longest.size()));
                    log.adopt(database.size(), longest);
                    kept.note(What.CERTIFICATES);
                    if (longest.size() > database.size()) {
                        LOG.warn(
                                "the database was older than the list of certificates: {} certificates of the list are known by their hashes alone",
                                longest.size() - database.size());
                    }
                    yield longest;
                }
            };
        } catch (IllegalStateException | UncheckedIOException away) {
            close(Closed.CHECKING, String.valueOf(away.getMessage()));
            return null;
        }
    }

    private void tell(List<TreeEntry> longest, List<TreeEntry> heard) {
        var before = told;
        var from = before == null
                ? (int) longest.stream()
                        .takeWhile(new HashSet<>(heard)::contains)
                        .count()
                : before;
        try {
            if (from < longest.size()) {
                topic.publish(from, longest.subList(from, longest.size()));
            }
            told = longest.size();
        } catch (KafkaException | NotAcknowledged away) {
            compareAfter = System.nanoTime() + ASKED_AGAIN_AFTER.toNanos();
        }
    }

    private TreeComparison comparison() {
        return new TreeComparison(signing.signingKey().anchor());
    }

    private void open(int size) {
        exported = size;
        var before = why;
        why = null;
        said = "";
        if (before == Closed.FORKED || before == Closed.MISSING) {
            LOG.info("the list of certificates is one again: erasures are certified");
        }
    }

    private void close(Closed reason, String sentence) {
        why = reason;
        if (!sentence.equals(said)) {
            said = sentence;
            LOG.error("no erasure is certified: {}", sentence);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.retention.certificates.open", this, one -> one.why == null ? 1 : 0)
                .description(
                        "1 while the list of certificates continues the one that was given out; 0 while nothing is certified")
                .register(registry);
    }
}
