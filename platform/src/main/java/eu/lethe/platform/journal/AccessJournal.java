package eu.lethe.platform.journal;

import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands who opened whose personal data. Write first, then open: what cannot be written down may not be read.
 *
 * <p>The entries form a Merkle tree (RFC 9162). Each is published on {@code lethe.access.v1} with the root it led to, so that
 * whoever reads the topic holds the heads of the journal.
 */
public final class AccessJournal {

    private static final Duration ONE_READING = Duration.ofMinutes(15);

    private final JournalWriter writer;
    private final JournalTable entries;
    private final StoredTree nodes;
    private final HeadRow head;
    private final JournalCheck check;
    private final PublishedHeads published;
    private final BusinessClock clock;
    private final Timer appends;

    AccessJournal(
            JournalWriter writer,
            JournalTable entries,
            StoredTree nodes,
            HeadRow head,
            JournalCheck check,
            PublishedHeads published,
            BusinessClock clock,
            MeterRegistry meters) {
        this.writer = writer;
        this.entries = entries;
        this.nodes = nodes;
        this.head = head;
        this.check = check;
        this.published = published;
        this.clock = clock;
        this.appends = Timer.builder("lethe.access.journal")
                .description("writing an entry of the access journal, the wait for others included")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Writes down that somebody is about to read personal data; returns when that is safely stored. Only members of staff are
     * written down: services and integrators are no humans. An empty list was no reading.
     *
     * @return the leave to open it
     * @throws NotJournaled when it could not be stored; then nothing may be opened
     * @throws IllegalStateException inside a transaction: the journal has its own, and who holds a connection while waiting for
     *     another may wait for ever
     */
    public Admission opened(Caller reader, Opening opening) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the access journal is written before a transaction begins, not inside it");
        }
        if (!opening.personIds().isEmpty()) {
            reader.staff()
                    .ifPresent(id -> appends.record(
                            () -> writer.write(id, reader, opening, clock.now().truncatedTo(ChronoUnit.MICROS))));
        }
        return new Admission(opening);
    }

    /**
     * Like {@link #opened}, for somebody who reads on in what they opened: what is read on within a quarter of an hour is the
     * one reading that is written down already. There is always an entry of this reader, in the same role, by the same
     * exceptional access if there is one, of the same persons and file, which says no less than this.
     */
    public Admission wentOn(Caller reader, Opening opening) {
        var since = clock.now().minus(ONE_READING);
        return reader.staff()
                        .filter(id -> entries.tellsOf(id, reader, opening, since))
                        .isPresent()
                ? new Admission(opening)
                : opened(reader, opening);
    }

    /**
     * Who opened data of these files or persons, newest first. Lists and searches in which a person stood are among it.
     *
     * @param page from 0
     */
    public JournalPage about(Collection<UUID> fileIds, Collection<UUID> personIds, int page, int size) {
        return new JournalPage(
                entries.about(fileIds, personIds, page, size), page, size, entries.countAbout(fileIds, personIds));
    }

    /**
     * The same, whoever one would not have expected first: by exceptional access, or of another unit than this.
     *
     * @param page from 0
     */
    public JournalPage aboutUnexpectedFirst(
            Collection<UUID> fileIds, Collection<UUID> personIds, String unit, int page, int size) {
        return new JournalPage(
                entries.aboutUnexpectedFirst(fileIds, personIds, unit, page, size),
                page,
                size,
                entries.countAbout(fileIds, personIds));
    }

    /** Where the journal is. */
    public JournalHead head() {
        return head.read().head();
    }

    /** Shows that an entry is in the journal as it is; empty when there never was such an entry. */
    public Optional<InclusionProof> proofOf(long index) {
        return proofOf(index, head.read().tree().size());
    }

    /** Shows that an entry was in the journal when it had this size; empty when there was no such entry. */
    public Optional<InclusionProof> proofOf(long index, long size) {
        if (index < 0 || index >= size || size > head.read().tree().size()) {
            return Optional.empty();
        }
        return Optional.of(new InclusionProof(
                index,
                size,
                HeadRow.base64(nodes.leaf(index)),
                entries.at(index).map(SaltedEntry::canonical).orElse(null),
                nodes.path(index, size).stream().map(HeadRow::base64).toList(),
                HeadRow.base64(nodes.at(size).root())));
    }

    /**
     * Tells what is wrong with the journal beside what was published of it: what the topic tells of entries that were cut off,
     * or are others now. What is not kept by the topic any more is not told.
     *
     * @throws RuntimeException when the topic could not be read; then nothing was found out
     */
    public JournalFlaws checkAgainstPublished() {
        return check.against(published);
    }

    /**
     * Reads every entry that is kept and tells what is wrong with the journal.
     *
     * @param known heads that were kept elsewhere
     */
    public JournalFlaws check(Collection<JournalHead> known) {
        return check.against(known);
    }
}
