package eu.lethe.cases.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthTest {

    @ParameterizedTest
    @CsvSource({
        "1987-12-03, 1987-12-03, true",
        "1987-12-03, 1987-12-04, false",
        "1987, 1987, true",
        "1987, 1988, false",
        "1987, 1987-01-01, true",
        "1987-12-31, 1987, true",
        "1987, 1986-12-31, false",
        "1988-01-01, 1987, false",
    })
    void two_births_agree_when_one_person_can_have_both(String one, String other, boolean agree) {
        assertThat(Birth.ofIso(one).agrees(Birth.ofIso(other))).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({
        "1987, 1987-12-03, true",
        "1987, 1986-12-03, false",
        "1987, 1987, false",
        "1987-12-03, 1987, false",
        "1987-12-03, 1987-12-03, false",
        "1987-12-03, 1987-12-04, false",
    })
    void a_day_within_the_year_says_it_more_exactly(String one, String other, boolean refined) {
        assertThat(Birth.ofIso(one).isRefinedBy(Birth.ofIso(other))).isEqualTo(refined);
    }

    @Test
    void a_year_is_as_early_as_its_first_day_and_as_late_as_its_last() {
        var born = Birth.ofIso("1987");

        assertThat(born.earliest()).isEqualTo("1987-01-01");
        assertThat(born.latest()).isEqualTo("1987-12-31");
    }

    @Test
    void a_day_is_its_own_year() {
        assertThat(Birth.of(LocalDate.of(1987, 12, 3), 1987))
                .contains(new Birth.OnDay(LocalDate.of(1987, 12, 3)))
                .map(Birth::yearAlone)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026, ",
        "2027, future",
        "2026-03-04, future",
        "1896, ",
        "1895, past",
        "1896-03-03, ",
        "1896-03-02, past",
    })
    void nobody_who_lives_was_born_after_today_or_more_than_a_life_ago(String born, String flaw) {
        assertThat(Birth.ofIso(born).flaw(LocalDate.of(2026, 3, 3))).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"1987", "1987-12-03"})
    void it_prints_nothing_of_itself(String iso) {
        var born = Birth.ofIso(iso);

        assertThat(born.toString()).doesNotContain("1987");
        assertThat(born.iso()).isEqualTo(iso);
    }
}
