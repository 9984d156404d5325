package eu.lethe.platform.journal;

import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.platform.journal.GrowingTree.Node;
import eu.lethe.platform.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands how entries get into the journal. There is one head, so they go in one after the other; those that wait at the
 * same time go in together, in one transaction, so that nobody waits for more than two commits.
 */
final class JournalWriter {

    private final JournalTable entries;
    private final StoredTree nodes;
    private final HeadRow head;
    private final EventBus events;
    private final TransactionOperations transaction;
    private final HeadKeys keys;
    private final String service;

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    /** Fair: who came first writes for all who came since, and nobody overtakes them again and again. */
    private final ReentrantLock writing = new ReentrantLock(true);

    JournalWriter(
            JournalTable entries,
            StoredTree nodes,
            HeadRow head,
            EventBus events,
            TransactionOperations transaction,
            HeadKeys keys,
            String service) {
        this.entries = entries;
        this.nodes = nodes;
        this.head = head;
        this.events = events;
        this.transaction = transaction;
        this.keys = keys;
        this.service = service;
    }

    /**
     * Returns when the entry is committed, and only then: whatever went wrong, who waited and was not written reads nothing.
     *
     * @throws NotJournaled when it was not
     */
    void write(UUID readerId, Caller reader, Opening opening, Instant at) {
        var mine = new Waiting(readerId, reader, opening, at);
        queue.add(mine);
        writing.lock();
        try {
            if (!mine.done) {
                writeAllThatWait();
            }
        } finally {
            writing.unlock();
        }
        if (!mine.written) {
            throw new NotJournaled(mine.failure);
        }
    }

    private void writeAllThatWait() {
        var batch = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
        }
        var written = false;
        Throwable failure = null;
        try {
            transaction.executeWithoutResult(_ -> append(batch));
            written = true;
        } catch (RuntimeException | Error failed) {
            // no memory, say: those who wait are told by their own thread
            failure = failed;
        }
        for (var waited : batch) {
            waited.done = true;
            waited.written = written;
            waited.failure = failure;
        }
    }

    private void append(List<Waiting> batch) {
        var tree = head.lock().tree();
        var salted = new ArrayList<SaltedEntry>();
        var complete = new ArrayList<Node>();
        var opened = new ArrayList<EventMessage<?>>();
        for (var waiting : batch) {
            var entry = SaltedEntry.of(service, waiting.entry(tree.size()));
            var leaf = entry.leafHash();
            complete.addAll(tree.append(leaf));
            salted.add(entry);
            opened.add(event(entry.entry(), leaf, tree.root()));
        }
        entries.add(salted);
        nodes.grew(tree, complete);
        events.publish(opened);
    }

    private EventMessage<?> event(JournalEntry entry, byte[] leaf, byte[] root) {
        return new GenericEventMessage<>(
                entry.accessId().toString(),
                new PersonalDataOpened(
                        entry.accessId(),
                        entry.personIds(),
                        entry.fileId(),
                        entry.readerId(),
                        entry.role(),
                        entry.unit(),
                        entry.compartments(),
                        entry.reason(),
                        entry.exceptionalAccessId(),
                        service,
                        entry.index(),
                        HeadRow.base64(leaf),
                        HeadRow.base64(root),
                        keys.sign(service, entry.index(), HeadRow.base64(leaf), HeadRow.base64(root)),
                        entry.at()),
                Map.of(),
                GenericEventMessage.clock.instant());
    }

    /** An entry on its way. What becomes of it is said under the lock. */
    private static final class Waiting {

        private final UUID readerId;
        private final Caller reader;
        private final Opening opening;
        private final Instant at;
        private boolean done;
        private boolean written;
        private @Nullable Throwable failure;

        private Waiting(UUID readerId, Caller reader, Opening opening, Instant at) {
            this.readerId = readerId;
            this.reader = reader;
            this.opening = opening;
            this.at = at;
        }

        private JournalEntry entry(long index) {
            return new JournalEntry(
                    index,
                    UUID.randomUUID(),
                    opening.personIds(),
                    opening.fileId(),
                    readerId,
                    JournalEntry.roleOf(reader),
                    reader.unit(),
                    opening.compartmentsInOrder(),
                    opening.reason(),
                    opening.exceptionalAccessId(),
                    at);
        }
    }
}
