package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadYourWritesTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicBoolean shows = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch looked = new CountDownLatch(1);

    @Test
    @Timeout(60)
    void who_waits_looks_again_when_a_processor_has_committed() throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> ReadYourWrites.await(this::look, LONG, LONG));
        looked.await();

        shows.set(true);
        ReadYourWrites.committed();
        waiting.join();

        assertThat(looks).hasValue(2);
    }

    @Test
    @Timeout(60)
    void a_commit_while_it_looks_is_not_missed() {
        ReadYourWrites.await(
                () -> {
                    var shown = shows.getAndSet(true);
                    ReadYourWrites.committed();
                    return shown;
                },
                LONG,
                LONG);

        assertThat(shows).isTrue();
    }

    @Test
    @Timeout(60)
    void what_another_instance_projects_is_found_by_looking_from_time_to_time() {
        ReadYourWrites.await(() -> looks.incrementAndGet() == 3, LONG, Duration.ofMillis(1));

        assertThat(looks).hasValue(3);
    }

    @Test
    @Timeout(60)
    void patience_ends() {
        ReadYourWrites.await(() -> false, Duration.ofMillis(20), Duration.ofMillis(1));
    }

    private boolean look() {
        var shown = shows.get();
        looks.incrementAndGet();
        looked.countDown();
        return shown;
    }
}
