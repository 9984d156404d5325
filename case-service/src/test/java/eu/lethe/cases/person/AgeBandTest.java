package eu.lethe.cases.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 0-17",
        "2008-03-04, 0-17",
        "2008-03-03, 18-24",
        "1991-03-04, 25-34",
        "1951-03-03, 75+",
        "1920-01-01, 75+",
    })
    void a_band_begins_on_the_birthday(String born, String band) {
        assertThat(AgeBand.on(LocalDate.of(2026, 3, 3), Birth.ofIso(born))).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026, 0-17",
        "2026-03-03, 2008, 0-17",
        "2026-12-30, 2008, 0-17",
        "2026-12-31, 2008, 18-24",
        "2026-03-03, 2001, 18-24",
        "2026-03-03, 2000, 25-34",
        "2026-03-03, 1951, 65-74",
        "2026-03-03, 1950, 75+",
    })
    void of_two_bands_that_a_year_may_fall_into_the_younger_one_counts(LocalDate today, String born, String band) {
        assertThat(AgeBand.on(today, Birth.ofIso(born))).isEqualTo(band);
    }
}
