package eu.lethe.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class JournalWriterTest {

    private static final Caller READER =
            new Caller(UUID.randomUUID().toString(), "Claire Morel", Set.of(Role.WORKER), "centre");

    @TempDir
    private Path keys;

    /** The first transaction is held until others wait behind it; the second ends in an error, as without memory it does. */
    private static final class FailsAtTheSecond implements TransactionOperations {

        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            var turn = begun.incrementAndGet();
            if (turn == 1) {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            TransactionStatus status = new SimpleTransactionStatus();
            if (turn == 2) {
                throw new OutOfMemoryError("tried");
            }
            return action.doInTransaction(status);
        }
    }

    @Test
    void who_waited_while_an_error_struck_the_writer_reads_nothing() throws InterruptedException {
        var head = mock(HeadRow.class);
        when(head.lock()).thenAnswer(_ -> new HeadRow.State(new GrowingTree(0, List.of()), 0));
        var transactions = new FailsAtTheSecond();
        var writer = new JournalWriter(
                mock(JournalTable.class),
                mock(StoredTree.class),
                head,
                mock(EventBus.class),
                transactions,
                HeadKeys.in(keys, "notebook-service"),
                "notebook-service");
        var passed = new AtomicInteger();
        var refused = new AtomicInteger();
        var readers = new ArrayList<Thread>();

        readers.add(reader(writer, passed, refused));
        await().until(() -> transactions.begun.get() == 1);
        for (var waiting = 0; waiting < 4; waiting++) {
            readers.add(reader(writer, passed, refused));
        }
        await().until(() -> readers.stream().skip(1).allMatch(thread -> thread.getState() == Thread.State.WAITING));
        transactions.go.countDown();
        for (var reader : readers) {
            reader.join();
        }

        assertThat(passed).hasValue(1);
        assertThat(refused).hasValue(4);
    }

    @Test
    void a_key_that_was_taken_away_is_followed_by_another_and_still_tells_its_own_heads() throws Exception {
        var first = HeadKeys.in(keys, "case-service");
        var leaf = HeadRow.base64(MerkleTree.leafHash(new byte[0]));
        var signature = first.sign("case-service", 7, leaf, "root");
        java.nio.file.Files.delete(keys.resolve("case-service.key"));

        var second = HeadKeys.in(keys, "case-service");

        assertThat(second.signed(signature, "case-service", 7, leaf, "root")).isTrue();
        assertThat(second.signed(signature, "case-service", 8, leaf, "root")).isFalse();
        assertThat(second.sign("case-service", 7, leaf, "root")).isNotEqualTo(signature);
        assertThat(HeadKeys.in(keys, "consent-service").signed(signature, "case-service", 7, leaf, "root"))
                .isFalse();
    }

    private static Thread reader(JournalWriter writer, AtomicInteger passed, AtomicInteger refused) {
        return Thread.ofPlatform().start(() -> {
            try {
                writer.write(
                        UUID.randomUUID(),
                        READER,
                        new Opening(List.of(UUID.randomUUID()), null, Set.of(Compartment.IDENTITY), "person", null),
                        Instant.now());
                passed.incrementAndGet();
            } catch (NotJournaled | OutOfMemoryError closed) {
                refused.incrementAndGet();
            }
        });
    }
}
