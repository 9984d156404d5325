package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever dies is started again, and {@code ./lethe up} succeeds the first time, whatever was killed before it. */
class RecoveryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROUNDS = Seed.nightly() ? 50 : 4;

    private final RunningStack stack = RunningStack.get();

    @AfterEach
    void everything_runs_and_is_watched_again() {
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql",
                "kafka",
                "identity",
                "retention-service",
                "case-service",
                "consent-service",
                "reporting-service",
                "gateway"
            })
    void a_part_that_is_killed_is_ready_again_soon_and_the_others_find_it(String component) {
        var worker = stack.as("worker");

        stack.strike(component);

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> stack.lethe("status").exitCode(), code -> code == 0);
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(
                        () -> worker.post("/api/cases/persons", Map.of("familyName", "Retrouvé"))
                                .status(),
                        status -> status == 201);
        assertThat(note(component)).startsWith("started again, attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-service", "postgresql", "kafka"})
    void a_part_that_hangs_is_noticed_and_started_again_and_status_says_so(String component) {
        stack.freeze(component);

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> note(component), note -> note.contains("it did not answer any more"));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stack.lethe("status").exitCode(), code -> code == 0);
    }

    @Test
    void a_part_that_keeps_dying_is_tried_later_and_later_while_the_others_go_on() throws IOException {
        try (var somebodyElse = new ServerSocket()) {
            somebodyElse.setReuseAddress(true);
            stack.strike("consent-service");
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> {
                        somebodyElse.bind(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.port("CONSENT")));
                        return true;
                    });

            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> note("consent-service"),
                            note -> note.matches("(?s).*attempt ([2-9]|\\d\\d+) made, the next not before.*"));

            assertThat(stack.as("worker")
                            .post("/api/cases/persons", Map.of("familyName", "Entretemps"))
                            .status())
                    .isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stack.lethe("status").exitCode(), code -> code == 0);
    }

    @Test
    void whoever_stays_with_the_stack_is_told_and_whoever_stops_it_stops_all_of_it(@TempDir Path directory)
            throws Exception {
        var output = directory.resolve("up.out");
        var attached = stack.begin(output, "up");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(output).contains("Ctrl+C stops everything"));

        stack.strike("identity");

        await().atMost(SOON).until(() -> Files.readString(output).contains("identity died: started again, attempt"));
        attached.destroy();
        assertThat(attached.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stack.processes()).isEmpty();
        Thread.sleep(2_000);
        assertThat(stack.processes()).as("nobody starts anything again").isEmpty();
    }

    @Test
    void after_any_kill_at_any_moment_up_succeeds_the_first_time(@TempDir Path directory) throws Exception {
        var chance = Seed.of("RecoveryIT");
        for (var round = 1; round <= ROUNDS; round++) {
            killAtRandom(chance, directory.resolve(round + ".out"));

            var up = directory.resolve(round + ".up");
            var started = stack.begin(up, "up", "--detach");

            assertThat(started.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(started.exitValue())
                    .as("round %d: %s", round, Files.readString(up))
                    .isZero();
        }
        assertThat(stack.lethe("status").exitCode()).isZero();
    }

    /** Some parts one after the other, or all at once; every second time a launcher at work is killed too. */
    private void killAtRandom(Random chance, Path output) throws InterruptedException {
        var victims = new ArrayList<>(stack.processes());
        Collections.shuffle(victims, chance);
        var most = chance.nextBoolean() ? victims.size() : 1 + chance.nextInt(victims.size());
        for (var victim : victims.subList(0, most)) {
            victim.destroyForcibly();
            Thread.sleep(chance.nextInt(3) == 0 ? chance.nextInt(300) : 0);
        }
        if (chance.nextBoolean()) {
            var launcher = stack.begin(output, "up", "--detach");
            Thread.sleep(chance.nextInt(6_000));
            launcher.destroyForcibly();
            stack.killEverything();
        }
    }

    private String note(String component) {
        return stack.status()
                .path("components")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(component))
                .map(one -> one.path("note").asString(""))
                .findFirst()
                .orElse("");
    }
}
