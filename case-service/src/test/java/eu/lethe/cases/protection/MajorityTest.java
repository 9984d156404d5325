package eu.lethe.cases.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {

    @ParameterizedTest
    @CsvSource({
        "2017-05-12, 2035-05-12",
        "2008-02-29, 2026-03-01",
        "2008-02-28, 2026-02-28",
        "1990-02-28, 2008-02-28",
        "2006-03-01, 2024-03-01"
    })
    void a_child_comes_of_age_on_the_first_day_on_which_they_are_eighteen(LocalDate born, LocalDate majority) {
        assertThat(Majority.of(born)).isEqualTo(majority);
    }
}
