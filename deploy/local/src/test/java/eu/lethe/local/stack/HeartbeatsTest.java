package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.local.stack.Pulse.Sign;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeartbeatsTest {

    private Sign sign = Sign.ANSWER;
    private final Heartbeats beats = new Heartbeats(_ -> sign);

    @Test
    void a_part_that_answered_and_is_silent_for_good_hangs() {
        ask(1);
        sign = Sign.SILENCE;
        for (var silence = 1; silence < Heartbeats.SILENT_FOR_GOOD; silence++) {
            ask(1);
            assertThat(beats.hangs(Component.CASE, 7)).isFalse();
        }

        ask(1);

        assertThat(beats.hangs(Component.CASE, 7)).isTrue();
    }

    @Test
    void one_answer_ends_the_suspicion() {
        ask(1);
        sign = Sign.SILENCE;
        ask(Heartbeats.SILENT_FOR_GOOD - 1);
        sign = Sign.ANSWER;
        ask(1);
        sign = Sign.SILENCE;
        ask(Heartbeats.SILENT_FOR_GOOD - 1);

        assertThat(beats.hangs(Component.CASE, 7)).isFalse();
    }

    @Test
    void a_part_that_still_starts_does_not_hang_however_long_it_takes() {
        sign = Sign.ABSENCE;
        ask(100);

        assertThat(beats.hangs(Component.CASE, 7)).isFalse();
    }

    @Test
    void a_part_that_was_frozen_before_anybody_watched_hangs() {
        sign = Sign.SILENCE;
        ask(Heartbeats.SILENT_FOR_GOOD);

        assertThat(beats.hangs(Component.CASE, 7)).isTrue();
    }

    @Test
    void the_time_of_the_start_is_not_counted() {
        sign = Sign.ABSENCE;
        ask(100);
        sign = Sign.SILENCE;
        ask(Heartbeats.SILENT_FOR_GOOD - 1);

        assertThat(beats.hangs(Component.CASE, 7)).isFalse();
    }

    @Test
    void a_part_that_lives_and_no_longer_listens_hangs() {
        ask(1);
        sign = Sign.ABSENCE;
        ask(Heartbeats.SILENT_FOR_GOOD);

        assertThat(beats.hangs(Component.CASE, 7)).isTrue();
    }

    @Test
    void the_silence_of_an_earlier_life_is_not_held_against_the_next() {
        ask(1);
        sign = Sign.SILENCE;
        ask(Heartbeats.SILENT_FOR_GOOD);
        beats.ask(Component.CASE, 8);

        assertThat(beats.hangs(Component.CASE, 8)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void a_port_that_is_open_and_behind_which_nobody_works_is_no_answer(Component component) throws IOException {
        try (var hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var ports = Ports.from(Map.of(component.portVariable(), String.valueOf(hanging.getLocalPort())));
            var pulse = new Pulse(new StackAddresses(ports), HttpClient.newHttpClient(), Duration.ofMillis(300));

            assertThat(pulse.of(component)).isEqualTo(Sign.SILENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void a_port_at_which_nobody_listens_is_no_silence(Component component) throws IOException {
        int port;
        try (var passing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = passing.getLocalPort();
        }
        var ports = Ports.from(Map.of(component.portVariable(), String.valueOf(port)));
        var pulse = new Pulse(new StackAddresses(ports), HttpClient.newHttpClient(), Duration.ofMillis(300));

        assertThat(pulse.of(component)).isEqualTo(Sign.ABSENCE);
    }

    private void ask(int times) {
        for (var time = 0; time < times; time++) {
            beats.ask(Component.CASE, 7);
        }
    }
}
