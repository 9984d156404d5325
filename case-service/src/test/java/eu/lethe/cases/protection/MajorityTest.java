package eu.lethe.cases.protection;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.person.Birth;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
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
    void a_child_comes_of_age_on_the_first_day_on_which_they_are_eighteen(String born, LocalDate majority) {
        assertThat(Majority.of(Birth.ofIso(born))).isEqualTo(majority);
    }

    @Test
    void of_whom_the_year_alone_is_known_it_is_the_last_day_on_which_that_may_be() {
        assertThat(Majority.of(Birth.ofIso("2017"))).isEqualTo("2035-12-31");
    }
}
