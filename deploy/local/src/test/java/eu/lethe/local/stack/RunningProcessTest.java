package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTest {
    @TempDir
    private Path directory;

    @Test
    void a_living_process_is_found_again() throws IOException {
        var remembered = new RunningProcess(directory.resolve("gateway.pid"));

        remembered.remember(ProcessHandle.current());

        assertThat(remembered.find()).contains(ProcessHandle.current());
    }

    @Test
    void a_stranger_who_got_the_number_later_is_not_mistaken_for_it() throws IOException {
        Path file = directory.resolve("gateway.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");

        assertThat(new RunningProcess(file).find()).isEmpty();
    }

    @Test
    void a_damaged_file_stands_for_no_process() throws IOException {
        Path file = Files.writeString(directory.resolve("gateway.pid"), "?");

        assertThat(new RunningProcess(file).find()).isEmpty();
    }
}
