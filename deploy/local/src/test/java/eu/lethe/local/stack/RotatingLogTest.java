package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

class RotatingLogTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    private Path directory;

    /** Logs sixty megabytes. */
    static final class Talkative {

        private Talkative() {}

        public static void main(String[] arguments) {
            var application = new SpringApplication(Talkative.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run();
            var log = LoggerFactory.getLogger(Talkative.class);
            for (var line = 0; line < 60_000; line++) {
                log.error("a".repeat(1_000));
            }
            log.error("the last words");
        }
    }

    @Test
    void a_log_stays_bounded_while_its_process_writes() throws IOException, InterruptedException {
        var file = directory.resolve("talkative.log");
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talkative.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()));
        java.environment().putAll(new RotatingLog(file).environment());

        assertThat(java.start().waitFor()).isZero();

        assertThat(sizes().stream().mapToLong(Long::longValue).sum()).isBetween(MEGABYTE, 45 * MEGABYTE);
        assertThat(sizes()).allMatch(size -> size < 10 * MEGABYTE);
        assertThat(Files.readString(file)).contains("the last words");
    }

    private List<Long> sizes() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(it -> it.toFile().length()).toList();
        }
    }
}
