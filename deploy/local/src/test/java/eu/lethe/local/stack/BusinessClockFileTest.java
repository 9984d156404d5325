package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockFileTest {
    @TempDir
    private Path directory;

    @Test
    void amounts_are_iso_8601_with_or_without_a_plus() {
        assertThat(BusinessClockFile.amount("+P2Y1D")).isEqualTo(Period.of(2, 0, 1));
        assertThat(BusinessClockFile.amount("P7D")).isEqualTo(Period.ofDays(7));
        assertThat(BusinessClockFile.amount("+PT36H")).isEqualTo(Duration.ofHours(36));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "2Y", "P", "two years", "P-1D", "P0D", "PT0S", "PT-1H", "P1Y-1M"})
    void what_does_not_lead_forward_is_refused_with_examples(String text) {
        assertThatThrownBy(() -> BusinessClockFile.amount(text))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("+P2Y1D");
    }

    @Test
    void each_move_is_kept_after_those_before_it() {
        var file = new BusinessClockFile(directory.resolve("clock"));

        file.append(Period.ofYears(2));
        file.append(Period.ofDays(7));

        assertThat(file.amounts()).containsExactly(Period.ofYears(2), Period.ofDays(7));
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        Path clock = Files.writeString(directory.resolve("clock"), "P2Y\nxx\n");

        assertThatThrownBy(() -> new BusinessClockFile(clock).amounts()).hasMessageContaining(clock.toString());
    }
}
