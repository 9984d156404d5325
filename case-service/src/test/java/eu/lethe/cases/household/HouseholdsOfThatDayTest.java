package eu.lethe.cases.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.household.HouseholdMembers.Row;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseholdsOfThatDayTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID DUPLICATE = UUID.randomUUID();
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID LATER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final HouseholdMembers members = mock();
    private final HouseholdsOfPersons claims = mock();
    private final Duplicates duplicates = mock();
    private final HouseholdsOfThatDay households = new HouseholdsOfThatDay(members, claims, duplicates);

    @Test
    void somebody_lives_there_from_the_day_they_joined_until_the_day_before_they_left() {
        lived(PERSON, member(PERSON, HOME, DAY, DAY.plusDays(7), "left"));

        assertThat(households.of(PERSON, DAY.minusDays(1))).isNull();
        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY.plusDays(6))).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY.plusDays(7))).isNull();
    }

    @Test
    void of_two_households_it_is_the_one_of_that_day() {
        lived(PERSON, member(PERSON, HOME, null, DAY, "split"), member(PERSON, LATER, DAY, null, null));

        assertThat(households.of(PERSON, DAY.minusDays(1))).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY)).isEqualTo(LATER);
    }

    @Test
    void who_never_was_a_member_lived_in_none() {
        lived(PERSON, member(PERSON, HOME, null, DAY.plusDays(30), "error"));

        assertThat(households.of(PERSON, DAY)).isNull();
    }

    @Test
    void who_joined_a_moment_ago_lives_there_although_the_table_lags_behind() {
        lived(PERSON);
        when(claims.of(PERSON)).thenReturn(Optional.of(HOME));

        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);
    }

    @Test
    void who_lives_there_only_since_a_later_day_did_not_then() {
        lived(PERSON, member(PERSON, HOME, DAY.plusDays(1), null, null));
        when(claims.of(PERSON)).thenReturn(Optional.of(HOME));

        assertThat(households.of(PERSON, DAY)).isNull();
    }

    @Test
    void what_is_known_of_a_duplicate_is_known_of_the_person_and_the_other_way_round() {
        var merge = new Merge(DUPLICATE, PERSON, null, null, DAY, UUID.randomUUID(), null);
        when(duplicates.of(PERSON)).thenReturn(List.of(merge));
        when(duplicates.into(DUPLICATE)).thenReturn(Optional.of(merge));
        lived(DUPLICATE, member(DUPLICATE, HOME, null, null, null));
        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);

        lived(DUPLICATE);
        lived(PERSON, member(PERSON, LATER, null, null, null));
        assertThat(households.of(DUPLICATE, DAY)).isEqualTo(LATER);
    }

    private void lived(UUID person, Row... memberships) {
        when(members.of(person)).thenReturn(List.of(memberships));
    }

    private static Row member(
            UUID person,
            UUID household,
            @Nullable LocalDate since,
            @Nullable LocalDate leftOn,
            @Nullable String reason) {
        return new Row(UUID.randomUUID(), household, person, since, null, leftOn, reason);
    }
}
