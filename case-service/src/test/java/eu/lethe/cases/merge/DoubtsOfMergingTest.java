package eu.lethe.cases.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.merge.DoubtsOfMerging.Doubt;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.sealing.Opener;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoubtsOfMergingTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID DUPLICATE = UUID.randomUUID();

    private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final Persons persons = mock();
    private final Duplicates duplicates = mock();
    private final DoubtsOfMerging doubts = new DoubtsOfMerging(database, persons, duplicates, mock(Opener.class));

    @BeforeEach
    void two_who_do_not_live_together() {
        when(database.sql(anyString())
                        .param(anyString(), any())
                        .param(anyString(), any())
                        .query(Boolean.class)
                        .single())
                .thenReturn(false);
        when(duplicates.records(PERSON)).thenReturn(List.of(PERSON));
    }

    @ParameterizedTest
    @CsvSource({
        "1987-12-03, 1987",
        "1987, 1987-12-03",
        "1987, 1987",
        "1987-12-03, 1987-12-03",
        "1987, ",
        ", 1987-12-03",
    })
    void births_that_may_be_one_are_no_doubt(@Nullable String own, @Nullable String other) {
        born(PERSON, own);
        born(DUPLICATE, other);

        assertThat(doubts.about(PERSON, DUPLICATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1987-12-03, 1986", "1986, 1987-12-03", "1986, 1987", "1987-12-03, 1987-03-12"})
    void births_of_which_one_is_wrong_are_a_doubt(String own, String other) {
        born(PERSON, own);
        born(DUPLICATE, other);

        assertThat(doubts.about(PERSON, DUPLICATE)).containsExactly(Doubt.BIRTH_DATES_DIFFER);
    }

    @Test
    void a_birth_that_differs_from_what_was_merged_before_is_a_doubt_though_the_kept_record_says_the_year_alone() {
        var before = UUID.randomUUID();
        when(duplicates.records(PERSON)).thenReturn(List.of(PERSON, before));
        born(PERSON, "1987");
        born(before, "1987-03-01");
        born(DUPLICATE, "1987-09-09");

        assertThat(doubts.about(PERSON, DUPLICATE)).containsExactly(Doubt.BIRTH_DATES_DIFFER);
    }

    private void born(UUID personId, @Nullable String iso) {
        Persons.Row row = mock();
        when(row.identity(any())).thenReturn(Optional.of(SomebodyBorn.on(iso)));
        when(persons.find(personId)).thenReturn(Optional.of(row));
    }
}
