package eu.lethe.cases.merge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.person.Birth;
import eu.lethe.contracts.events.cases.Demographics;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedNamesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @ParameterizedTest
    @CsvSource({
        "1987-12-03, 1987, 1987-12-03",
        "1987, 1987-12-03, 1987-12-03",
        ", 1987, 1987",
        "1987, , 1987",
        "1986, 1987-12-03, 1986",
        "1987-12-04, 1987-12-03, 1987-12-04",
        "1987, 1987-01-01, 1987",
        ", , ",
    })
    void the_birth_that_is_known_more_exactly_is_kept_unless_the_kept_record_says_another(
            @Nullable String kept, @Nullable String duplicate, @Nullable String reunited) {
        assertThat(Birth.of(MergedNames.reunited(SomebodyBorn.on(kept), SomebodyBorn.on(duplicate))))
                .isEqualTo(Optional.ofNullable(reunited).map(Birth::ofIso));
    }

    @Test
    void a_birth_that_only_the_duplicate_tells_puts_the_person_in_their_age_band() {
        var reunited = MergedNames.reunited(
                new Demographics(null, "alone"),
                new Demographics("25-34", "couple"),
                Optional.of(Birth.ofIso("1987-12-03")),
                TODAY);

        assertThat(reunited).isEqualTo(new Demographics("35-44", "alone"));
    }

    @Test
    void who_was_known_by_their_birth_already_stays_in_the_age_band_of_their_registration() {
        var reunited = MergedNames.reunited(
                new Demographics("25-34", null), new Demographics(null, "couple"), Optional.empty(), TODAY);

        assertThat(reunited).isEqualTo(new Demographics("25-34", "couple"));
    }
}
