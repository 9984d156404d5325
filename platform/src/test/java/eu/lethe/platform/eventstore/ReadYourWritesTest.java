package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadYourWritesTest {

    private static final Duration LONG = Duration.ofHours(1);

    private static final String ANOTHER = "another";

    private final String written = UUID.randomUUID().toString();

    private final AtomicBoolean shows = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch looked = new CountDownLatch(1);

    @BeforeEach
    void what_this_thread_wrote_before_is_waited_for() {
        ReadYourWrites.await(() -> true);
    }

    @Test
    @Timeout(60)
    void who_waits_looks_again_when_a_processor_has_committed() throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> ReadYourWrites.await(this::look, LONG, LONG, LONG));
        looked.await();

        shows.set(true);
        ReadYourWrites.committed(ANOTHER);
        waiting.join();

        assertThat(looks).hasValue(2);
    }

    @Test
    @Timeout(60)
    void a_commit_while_it_looks_is_not_missed() {
        ReadYourWrites.await(
                () -> {
                    var shown = shows.getAndSet(true);
                    ReadYourWrites.committed(ANOTHER);
                    return shown;
                },
                LONG,
                LONG,
                LONG);

        assertThat(shows).isTrue();
    }

    @Test
    @Timeout(60)
    void who_has_written_looks_when_a_processor_has_committed_what_they_wrote_and_not_before()
            throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> {
            ReadYourWrites.written(written);
            ReadYourWrites.await(this::look, LONG, LONG, LONG);
        });
        shows.set(true);
        ReadYourWrites.committed(ANOTHER);
        assertThat(waiting.join(Duration.ofMillis(50))).isFalse();
        assertThat(looks).hasValue(0);

        ReadYourWrites.committed(written);
        waiting.join();

        assertThat(looks).hasValue(1);
    }

    @Test
    @Timeout(60)
    void what_was_committed_before_anybody_waited_for_it_is_looked_at_at_once() {
        ReadYourWrites.written(written);
        ReadYourWrites.committed(written);
        shows.set(true);

        ReadYourWrites.await(this::look, LONG, LONG, LONG);

        assertThat(looks).hasValue(1);
    }

    @Test
    @Timeout(60)
    void a_second_processor_that_commits_it_is_worth_a_second_look() throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> {
            ReadYourWrites.written(written);
            ReadYourWrites.committed(written);
            ReadYourWrites.await(this::look, LONG, LONG, LONG);
        });
        looked.await();

        shows.set(true);
        ReadYourWrites.committed(written);
        waiting.join();

        assertThat(looks).hasValue(2);
    }

    @Test
    @Timeout(60)
    void what_another_instance_projects_is_found_by_looking_from_time_to_time() {
        ReadYourWrites.await(() -> looks.incrementAndGet() == 3, LONG, Duration.ofMillis(1), LONG);

        assertThat(looks).hasValue(3);
    }

    @Test
    @Timeout(60)
    void so_is_what_was_written_here_and_another_instance_projects() {
        ReadYourWrites.written(written);

        ReadYourWrites.await(() -> looks.incrementAndGet() == 3, LONG, LONG, Duration.ofMillis(1));

        assertThat(looks).hasValue(3);
    }

    @Test
    @Timeout(60)
    void patience_ends() {
        ReadYourWrites.await(() -> false, Duration.ofMillis(20), Duration.ofMillis(1), LONG);
    }

    private boolean look() {
        var shown = shows.get();
        looks.incrementAndGet();
        looked.countDown();
        return shown;
    }
}
