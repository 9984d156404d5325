package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void the_first_is_due_at_once_and_the_pauses_double_up_to_a_minute() {
        List<Long> pauses = new ArrayList<>();
        Attempts attempts = Attempts.none();
        assertThat(attempts.isDue(NOW)).isTrue();
        for (int i = 0; i < 40; i++) {
            attempts = attempts.another(NOW);
            pauses.add(Duration.between(NOW, attempts.next()).toSeconds());
        }

        assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);
        assertThat(attempts.made()).isEqualTo(40);
    }

    @Test
    void whoever_ran_steadily_since_dies_a_first_time_again() {
        Attempts once = Attempts.none().another(NOW);

        assertThat(once.areForgotten(once.next().plus(Attempts.STEADY))).isFalse();
        assertThat(once.areForgotten(once.next().plus(Attempts.STEADY).plusMillis(1)))
                .isTrue();
        assertThat(Attempts.none().areForgotten(NOW)).isFalse();
    }
}
