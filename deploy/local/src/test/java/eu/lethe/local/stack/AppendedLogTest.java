package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedLogTest {

    @Test
    void a_large_log_starts_anew_while_its_process_appends_to_it(@TempDir Path directory) throws IOException {
        var log = directory.resolve("postgresql.log");
        try (var process = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            write(process, "a".repeat(100));
            new AppendedLog(log, 99).turnOver();
            write(process, "after");
        }

        assertThat(log).hasContent("after");
        assertThat(directory.resolve("postgresql.log.1")).hasContent("a".repeat(100));
    }

    @Test
    void a_small_one_goes_on(@TempDir Path directory) throws IOException {
        var log = directory.resolve("postgresql.log");
        Files.writeString(log, "a".repeat(99));

        new AppendedLog(log, 99).turnOver();

        assertThat(log).hasContent("a".repeat(99));
        assertThat(directory.resolve("postgresql.log.1")).doesNotExist();
    }

    private static void write(OutputStream process, String line) throws IOException {
        process.write(line.getBytes(StandardCharsets.UTF_8));
        process.flush();
    }
}
