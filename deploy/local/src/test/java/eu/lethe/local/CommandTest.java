package eu.lethe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void up_stays_in_the_foreground_unless_detached() {
        assertThat(parse("up")).isEqualTo(new Command.Up(false));
        assertThat(parse("up", "--detach")).isEqualTo(new Command.Up(true));
    }

    @Test
    void clock_takes_an_amount() {
        assertThat(parse("clock", "+P2Y1D")).isEqualTo(new Command.Clock(Period.of(2, 0, 1)));
    }

    @Test
    void a_backup_and_a_restore_take_a_directory_and_a_restore_may_be_confirmed() {
        assertThat(parse("backup", "safe")).isEqualTo(new Command.BackUp(Path.of("safe")));
        assertThat(parse("restore", "safe")).isEqualTo(new Command.Restore(Path.of("safe"), false));
        assertThat(parse("restore", "--yes", "safe")).isEqualTo(new Command.Restore(Path.of("safe"), true));
    }

    @Test
    void verify_takes_the_anchor_before_or_after_the_file() {
        var expected = new Command.Verify(
                Path.of("c.json"), Optional.of(Path.of("a.jwk")), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(parse("verify", "c.json", "--anchor", "a.jwk")).isEqualTo(expected);
        assertThat(parse("verify", "--anchor", "a.jwk", "c.json")).isEqualTo(expected);
    }

    @Test
    void a_proof_or_a_witness_without_a_head_is_not_understood() {
        assertThatThrownBy(() -> parse("verify", "c.json", "--growth", "g.json"))
                .hasMessageContaining("--head");
        assertThatThrownBy(() -> parse("verify", "c.json", "--witness", "w.jwk"))
                .hasMessageContaining("--head");
    }

    @Test
    void a_witness_needs_a_log_and_a_key_of_its_own() {
        assertThatThrownBy(() -> parse("witness", "h.jws", "--key", "k.jwk")).hasMessageContaining("--log");
        assertThatThrownBy(() -> parse("witness", "h.jws", "--log", "l.jws")).hasMessageContaining("--key");
        assertThat(parse("witness", "h.jws", "--log", "l.jws", "--key", "k.jwk", "--growth", "g.json"))
                .isEqualTo(new Command.Witness(
                        Path.of("h.jws"),
                        Path.of("l.jws"),
                        Path.of("k.jwk"),
                        Optional.empty(),
                        Optional.of(Path.of("g.json"))));
    }

    @Test
    void logs_are_of_one_service_or_of_all() {
        assertThat(parse("logs")).isEqualTo(new Command.Logs(Optional.empty(), false));
        assertThat(parse("logs", "gateway", "-f")).isEqualTo(new Command.Logs(Optional.of("gateway"), true));
    }

    @Test
    void a_word_too_many_is_named() {
        assertThatThrownBy(() -> parse("down", "now")).hasMessage("'now' does not belong after down");
    }

    @Test
    void a_missing_word_is_asked_for_with_an_example() {
        assertThatThrownBy(() -> parse("token")).hasMessageContaining("./lethe token worker");
    }

    private static Command parse(String... words) {
        return Command.parse(List.of(words));
    }
}
