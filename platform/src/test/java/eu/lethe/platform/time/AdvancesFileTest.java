package eu.lethe.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the clock was moved stands in a file, and is seen as soon as it is written. */
class AdvancesFileTest {

    @TempDir
    private Path directory;

    private Path file;
    private AdvancesFile advances;

    @BeforeEach
    void point_to_the_file() {
        file = directory.resolve("clock");
        advances = new AdvancesFile(file);
    }

    @Test
    void without_a_file_the_clock_is_not_moved() {
        assertThat(advances.get()).isEmpty();
    }

    @Test
    void each_line_is_one_move() throws IOException {
        Files.writeString(file, "P2Y\n\n  +PT36H  \n");

        assertThat(advances.get()).containsExactly(Period.ofYears(2), Duration.ofHours(36));
    }

    @Test
    void a_line_added_is_seen_at_the_next_reading() throws IOException {
        Files.writeString(file, "P2Y\n");
        advances.get();
        Files.writeString(file, "P2Y\nP1D\n");

        assertThat(advances.get()).containsExactly(Period.ofYears(2), Period.ofDays(1));
    }

    @Test
    void another_text_of_the_same_length_is_seen_by_its_time() throws IOException {
        Files.writeString(file, "P2Y\n");
        advances.get();
        Files.writeString(file, "P3Y\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        assertThat(advances.get()).containsExactly(Period.ofYears(3));
    }

    @Test
    void a_file_taken_away_moves_the_clock_back() throws IOException {
        Files.writeString(file, "P2Y\n");
        advances.get();
        Files.delete(file);

        assertThat(advances.get()).isEmpty();
    }

    @Test
    void an_unreadable_line_is_refused_rather_than_passed_over() throws IOException {
        Files.writeString(file, "P2Y\ntomorrow\n");

        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(advances::get);
    }
}
