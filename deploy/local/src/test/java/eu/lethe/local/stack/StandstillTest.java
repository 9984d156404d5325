package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandstillTest {

    @TempDir
    private Path directory;

    private Process writer;

    @BeforeEach
    void somebody_writes_by_the_hand_of_a_child() throws IOException {
        writer = new ProcessBuilder("sh", "-c", "(while :; do echo x >> written; sleep 0.01; done) & wait")
                .directory(directory.toFile())
                .start();
        await().until(() -> written() > 0);
    }

    @AfterEach
    void nobody_does_any_more() {
        writer.descendants().forEach(ProcessHandle::destroyForcibly);
        writer.destroyForcibly();
    }

    @Test
    void nothing_is_written_meanwhile_not_even_by_a_child_and_afterwards_again() throws Exception {
        try (var _ = Standstill.of(List.of(writer.toHandle()))) {
            var held = written();
            Thread.sleep(Duration.ofMillis(300));
            assertThat(written()).isEqualTo(held);
        }

        assertThatItIsWrittenAgain();
    }

    @Test
    void when_whoever_holds_them_is_killed_they_go_on() throws Exception {
        var holder = new ProcessBuilder("sleep", "60").start();
        var _ = Standstill.heldBy(holder.pid(), List.of(writer.toHandle()));
        var held = written();
        Thread.sleep(Duration.ofMillis(500));
        assertThat(written()).isEqualTo(held);

        holder.destroyForcibly().waitFor();

        assertThatItIsWrittenAgain();
    }

    @Test
    void of_nobody_holds_nobody() throws IOException {
        try (var _ = Standstill.of(List.of())) {
            assertThatItIsWrittenAgain();
        }
    }

    private void assertThatItIsWrittenAgain() throws IOException {
        var before = written();
        await().atMost(Duration.ofSeconds(10)).until(() -> written() > before);
    }

    private long written() throws IOException {
        var file = directory.resolve("written");
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
