package eu.lethe.cases.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Test
    void a_year_of_birth_alone_is_enough() {
        var person = born(null, 1987);

        assertThat(person.identity().birthDate()).isNull();
        assertThat(person.identity().birthYear()).isEqualTo(1987);
        assertThat(person.demographics(TODAY).ageBand()).isEqualTo("35-44");
    }

    @Test
    void of_a_date_and_its_own_year_the_date_is_kept_alone() {
        var person = born("1987-12-03", 1987);

        assertThat(person.demographics(TODAY).ageBand()).isEqualTo("35-44");
        assertThat(person.identity().birthDate()).isEqualTo("1987-12-03");
        assertThat(person.identity().birthYear()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1987-12-03, 1986, /birthYear, not-of-birth-date",
        "           , 2027, /birthYear, future",
        "           , 1895, /birthYear, past",
        "2026-03-04,      , /birthDate, future",
        "1896-03-02,      , /birthDate, past",
    })
    void a_birth_that_cannot_be_is_refused_where_it_stands(
            @Nullable String day, @Nullable Integer year, String pointer, String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> born(day, year).demographics(TODAY))
                .satisfies(
                        refusal -> assertThat(refusal.errors()).containsExactly(new Problem.FieldError(pointer, code)));
    }

    private static PersonRequest born(@Nullable String day, @Nullable Integer year) {
        return new PersonRequest(
                "Morel",
                null,
                day == null ? null : LocalDate.parse(day),
                year,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
