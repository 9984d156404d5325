package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.local.stack.Revivals.Revival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevivalsTest {
    private static final Instant NEXT = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void what_the_supervisor_tells_is_read_back_whatever_the_reason_holds() throws IOException {
        var revivals = new Revivals(directory.resolve("revivals"));

        revivals.write(Map.of(
                Component.CASE, new Revival(3, NEXT, "Port 8081=taken\nKAFKA=1 \\u0041"),
                Component.POSTGRESQL, new Revival(1, NEXT, "")));

        assertThat(revivals.read())
                .containsOnly(
                        Map.entry(Component.CASE, new Revival(3, NEXT, "Port 8081=taken KAFKA=1  u0041")),
                        Map.entry(Component.POSTGRESQL, new Revival(1, NEXT, "")));
    }

    @Test
    void a_file_that_is_not_there_or_damaged_tells_nothing() throws IOException {
        Path file = directory.resolve("revivals");
        assertThat(new Revivals(file).read()).isEmpty();

        Files.writeString(file, "CASE=many times\n");

        assertThat(new Revivals(file).read()).isEmpty();
    }

    @Test
    void people_read_what_happened_and_when_it_is_tried_again() {
        assertThat(new Revival(2, NEXT, "Port taken").words(false))
                .isEqualTo("died (Port taken); attempt 2 made, the next not before 2026-01-05T08:00:00Z");
        assertThat(new Revival(2, NEXT, "").words(true)).isEqualTo("started again, attempt 2");
    }
}
