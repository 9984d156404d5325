package eu.lethe.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    private static final LocalDate THE_LAST_OF_1985 = LocalDate.of(1985, 12, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-12-31",
                "1985/12/31",
                "31/12/1985",
                "31.12.1985",
                "31-12-1985",
                "31 12 1985",
                " 31 / 12 / 1985 ",
                "31 décembre 1985",
                "31 de\u0301c. 1985",
                "31 December 1985",
                "31st Dec 1985",
                "３１/１２/１９８５",
                "٣١/١٢/١٩٨٥",
                "\u200E31/12/1985",
                "31\u00A0décembre\u202F1985",
                "31\u201112\u20111985"
            })
    void a_day_is_read_as_people_write_it(String written) {
        assertThat(WrittenDay.of(written)).contains(THE_LAST_OF_1985);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12/31/1985", "31/02/1985", "1985", "31/12/85", "131/12/1985", "31 jui 1985", "", "né 31/12/1985"
            })
    void what_is_no_day_is_none(String written) {
        assertThat(WrittenDay.of(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985", " 1985 ", "１９８５", "١٩٨٥", "\u200E1985"})
    void a_year_alone_is_read_by_who_asks_for_it(String written) {
        assertThat(WrittenDay.year(written)).contains(1985);
    }

    @ParameterizedTest
    @ValueSource(strings = {"85", "19850", "31/12/1985", "né 1985", "1985 1986", ""})
    void what_is_no_year_alone_is_none(String written) {
        assertThat(WrittenDay.year(written)).isEmpty();
    }

    @Test
    void the_day_comes_before_the_month() {
        assertThat(WrittenDay.of("03/12/1987")).contains(LocalDate.of(1987, 12, 3));
        assertThat(WrittenDay.of("1er mars 1987")).contains(LocalDate.of(1987, 3, 1));
    }

    @Test
    void a_day_is_found_within_a_text() {
        var within = WrittenDay.within("Durand né le 31/12/1985, à Lille");

        assertThat(within.days()).containsExactly(THE_LAST_OF_1985);
        assertThat(within.rest()).isEqualTo("Durand né le  , à Lille");
    }

    @Test
    void a_short_year_may_be_of_either_century() {
        assertThat(WrittenDay.within("Durand 31/12/85").days())
                .containsExactly(THE_LAST_OF_1985, LocalDate.of(2085, 12, 31));
    }

    @Test
    void a_text_without_a_day_stays_as_it_is() {
        var within = WrittenDay.within("Durand 12/31/1985");

        assertThat(within.days()).isEmpty();
        assertThat(within.rest()).isEqualTo("Durand 12/31/1985");
    }
}
