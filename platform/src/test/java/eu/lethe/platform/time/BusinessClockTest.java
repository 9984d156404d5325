package eu.lethe.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The business clock is the wall clock of the agency, moved forward by what the local stack was told. */
class BusinessClockTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void unmoved_it_is_the_wall_clock() {
        assertThat(clock("2026-03-02T09:30:00Z").now()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
    }

    @Test
    void a_day_begins_at_midnight_of_the_agency() {
        assertThat(clock("2026-06-30T22:00:00Z").today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void two_years_and_a_day_are_counted_in_the_calendar() {
        assertThat(clock("2026-03-02T09:30:00Z", "P2Y1D").today()).isEqualTo(LocalDate.of(2028, 3, 3));
    }

    @Test
    void a_day_more_keeps_the_hour_when_the_clocks_change() {
        assertThat(clock("2026-03-28T09:30:00Z", "P1D").now()).isEqualTo(Instant.parse("2026-03-29T08:30:00Z"));
    }

    @Test
    void hours_are_counted_by_the_watch_when_the_clocks_change() {
        assertThat(clock("2026-03-28T09:30:00Z", "PT24H").now()).isEqualTo(Instant.parse("2026-03-29T09:30:00Z"));
    }

    @Test
    void moves_add_up_in_their_order() {
        assertThat(clock("2026-01-30T12:00:00Z", "P1M", "P1D").today()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void years_and_days_are_a_period() {
        assertThat(BusinessClock.amount("P2Y1D")).isEqualTo(Period.of(2, 0, 1));
    }

    @Test
    void hours_are_a_duration() {
        assertThat(BusinessClock.amount("PT36H")).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void a_leading_plus_is_understood() {
        assertThat(BusinessClock.amount("+P2Y")).isEqualTo(Period.ofYears(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "2Y", "tomorrow", "P2Y1H", "P1DT1H"})
    void anything_else_is_refused(String amount) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> BusinessClock.amount(amount));
    }

    private static BusinessClock clock(String wall, String... advances) {
        List<TemporalAmount> amounts =
                Stream.of(advances).map(BusinessClock::amount).toList();
        return new BusinessClock(Clock.fixed(Instant.parse(wall), PARIS), PARIS, () -> amounts);
    }
}
