package eu.lethe.cases.merge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.person.Birth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedNamesTest {

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
}
