package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is made while people write, and what the servers start on when it is put back. */
@TestMethodOrder(OrderAnnotation.class)
class BackupIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration IN_A_WHILE = Duration.ofMinutes(3);

    private final RunningStack stack = RunningStack.get();

    @TempDir
    private Path directory;

    @Test
    @Order(1)
    void a_backup_of_a_running_stack_is_one_moment_and_can_be_put_back_and_that_undone() throws Exception {
        var backup = directory.resolve("monday");
        var before = registered(stack.as("worker"), "Avant");
        var taken = whileSomebodyWrites(() -> stack.lethe("backup", backup.toString()), new ArrayList<>());
        assertThat(taken.exitCode()).as(taken.output()).isZero();
        assertThat(taken.output()).contains("Everything stood still for", "The keys are not in it");
        var after = registered(stack.as("worker"), "Après");

        putBack(backup);

        assertThat(status(before)).isEqualTo(200);
        assertThat(status(after)).isEqualTo(404);
        putBack(aside());
        assertThat(status(before)).isEqualTo(200);
        assertThat(status(after)).isEqualTo(200);
    }

    @Test
    @Order(5)
    void who_was_erased_after_a_backup_stays_erased_when_it_is_put_back_and_others_are_read() {
        var backup = directory.resolve("thursday");
        var before = registered(stack.as("worker"), "Avant");
        var forgotten = registered(stack.as("worker"), "Oubli");
        var taken = stack.lethe("backup", backup.toString());
        assertThat(taken.exitCode()).as(taken.output()).isZero();
        erase(forgotten);

        putBack(backup);

        assertThat(status(forgotten)).isEqualTo(410);
        assertThat(status(before)).isEqualTo(200);
    }

    private void putBack(Path backup) {
        var restored = stack.lethe("restore", backup.toString(), "--yes");
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        var started = stack.lethe("up", "--detach");
        assertThat(started.exitCode()).as(started.output()).isZero();
    }

    /** Up to the removal of the keys, and not to the rotation of their epoch: after that no backup from before is read at all. */
    private void erase(String personId) {
        var erasure = ErasureRun.prepared(List.of(personId), stack);
        erasure.request();
        erasure.approve();
        assertThat(stack.lethe("clock", "+P8D").exitCode()).isZero();
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> erasure.shown().at("/progress/removed").asInt() == 1);
        erasure.pause();
        await().atMost(SOON).until(() -> status(personId) == 410);
    }

    @Test
    @Order(2)
    void whoever_writes_during_a_backup_waits_and_loses_nothing() {
        var written = new CopyOnWriteArrayList<String>();

        var taken = whileSomebodyWrites(
                () -> stack.lethe("backup", directory.resolve("tuesday").toString()), written);

        assertThat(taken.exitCode()).as(taken.output()).isZero();
        assertThat(stack.lethe("status").exitCode()).isZero();
        assertThat(written)
                .hasSizeGreaterThan(1)
                .allSatisfy(person -> assertThat(status(person)).isEqualTo(200));
    }

    @Test
    @Order(3)
    void when_a_backup_is_killed_the_stack_goes_on() throws Exception {
        var begun = stack.begin(
                directory.resolve("out"),
                "backup",
                directory.resolve("wednesday").toString());
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> isHeld() || !begun.isAlive());

        begun.destroyForcibly().waitFor();

        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stack.lethe("status").exitCode(), code -> code == 0);
        assertThat(status(registered(stack.as("worker"), "Encore"))).isEqualTo(200);
    }

    @Test
    @Order(4)
    void what_is_no_backup_is_refused_before_anything_is_stopped() throws IOException {
        Files.writeString(directory.resolve("letter"), "dear");

        assertThat(stack.lethe("restore", directory.toString(), "--yes").exitCode())
                .isNotZero();

        assertThat(stack.lethe("status").exitCode()).isZero();
    }

    private RunningStack.Outcome whileSomebodyWrites(Supplier<RunningStack.Outcome> what, List<String> written) {
        var done = new AtomicBoolean();
        var worker = stack.as("worker");
        var writing = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                written.add(registered(worker, "Pendant"));
            }
        });
        try {
            return what.get();
        } finally {
            done.set(true);
            writing.join();
        }
    }

    private boolean isHeld() throws IOException {
        for (var process : stack.processes()) {
            var line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            if (line.substring(line.lastIndexOf(')') + 1).strip().startsWith("T")) {
                return true;
            }
        }
        return false;
    }

    private Path aside() throws IOException {
        try (var children = Files.list(stack.state())) {
            return children.filter(path -> path.getFileName().toString().startsWith("before-restore-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int status(String personId) {
        return await().atMost(SOON)
                .until(
                        () -> stack.as("worker")
                                .get("/api/cases/persons/" + personId)
                                .status(),
                        code -> code < 500);
    }

    private static String registered(Caller worker, String familyName) {
        var person = worker.post("/api/cases/persons", Map.of("familyName", familyName));
        assertThat(person.status()).as(person.toString()).isEqualTo(201);
        return person.text("personId");
    }
}
