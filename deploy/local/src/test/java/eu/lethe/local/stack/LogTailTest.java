package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path directory;

    @Test
    void the_innermost_cause_is_the_reason() throws IOException {
        assertThat(reason("""
                org.springframework.beans.factory.BeanCreationException: Error creating bean
                Caused by: java.lang.IllegalStateException: outer
                Caused by: java.net.ConnectException: Connection refused
                """)).isEqualTo("Connection refused");
    }

    @Test
    void a_cause_inside_a_line_of_json_is_read() throws IOException {
        assertThat(reason("""
                {"log":{"level":"ERROR"},"error":{"stack_trace":"x.Y: z\\n\\tat a.b\\nCaused by: x.Z: the key store is damaged\\n\\tat c.d"}}
                """)).isEqualTo("the key store is damaged");
    }

    @Test
    void a_full_disk_outweighs_whatever_follows_from_it() throws IOException {
        assertThat(reason("""
                java.io.IOException: No space left on device
                Caused by: java.lang.IllegalStateException: could not append
                """)).isEqualTo("No space left on device");
    }

    @Test
    void a_reason_of_many_lines_is_told_in_one() throws IOException {
        assertThat(reason("""
                {"log":{"level":"ERROR"},"level":"ERROR","message":"\\n\\n****\\nAPPLICATION FAILED\\n****\\n\\nPort 1 is taken.\\n"}
                """)).isEqualTo("APPLICATION FAILED Port 1 is taken.");
    }

    @Test
    void a_calm_log_gives_no_reason() throws IOException {
        assertThat(reason("INFO all is well\n")).isEmpty();
    }

    private String reason(String log) throws IOException {
        return new LogTail(Files.writeString(directory.resolve("a.log"), log))
                .reason()
                .orElse("");
    }
}
