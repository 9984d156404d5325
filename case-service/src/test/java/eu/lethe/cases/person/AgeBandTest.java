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
    void a_band_begins_on_the_birthday(LocalDate birthDate, String band) {
        assertThat(AgeBand.on(LocalDate.of(2026, 3, 3), birthDate)).isEqualTo(band);
    }
}
