package eu.lethe.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.platform.problem.Problem;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Test
    void of_six_at_once_five_are_made_one_after_the_other_and_the_sixth_is_told_to_come_back() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var askers = Executors.newFixedThreadPool(6)) {
            var documents = new ArrayList<Future<String>>();
            documents.add(ask(askers, begun, mayEnd));
            begun.await();
            for (var waiting = 0; waiting < 4; waiting++) {
                documents.add(ask(askers, begun, mayEnd));
            }
            awaitRefusal();

            mayEnd.countDown();

            for (var document : documents) {
                assertThat(document.get(10, TimeUnit.SECONDS)).isEqualTo("made");
            }
            assertThat(mostAtOnce).hasValue(1);
            assertThat(DocumentQueue.inTurn(() -> "the next")).isEqualTo("the next");
        }
    }

    @Test
    void what_is_gathered_and_laid_out_has_one_turn_for_both() {
        assertThat(DocumentQueue.inTurn(() -> DocumentQueue.inTurn(() -> "both")))
                .isEqualTo("both");
    }

    @Test
    void a_document_that_fails_gives_its_turn_back() {
        for (var failing = 0; failing < 10; failing++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> DocumentQueue.inTurn(() -> {
                        throw new IllegalStateException("fails");
                    }));
        }

        assertThat(DocumentQueue.inTurn(() -> "the next")).isEqualTo("the next");
    }

    private Future<String> ask(ExecutorService askers, CountDownLatch begun, CountDownLatch mayEnd) {
        return askers.submit(() -> DocumentQueue.inTurn(() -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            atOnce.decrementAndGet();
            return "made";
        }));
    }

    /** The four are in line a moment after they were sent; until then one more would wait with them. */
    private static void awaitRefusal() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> DocumentQueue.inTurn(() -> "too many"))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("busy");
                    assertThat(problem.status().value()).isEqualTo(503);
                });
    }
}
