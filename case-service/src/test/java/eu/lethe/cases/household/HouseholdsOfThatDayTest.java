package eu.lethe.cases.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.lethe.cases.household.KnownHomes.Membership;
import eu.lethe.cases.household.KnownHomes.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseholdsOfThatDayTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID LATER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final KnownHomes homes = mock();
    private final HouseholdsOfThatDay households = new HouseholdsOfThatDay(homes);

    @Test
    void somebody_lives_there_from_the_day_they_joined_until_the_day_before_they_left() {
        said(lived(member(HOME, DAY, DAY.plusDays(7), "left")));

        assertThat(households.of(PERSON, DAY.minusDays(1))).isNull();
        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY.plusDays(6))).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY.plusDays(7))).isNull();
    }

    @Test
    void of_two_households_it_is_the_one_of_that_day() {
        said(lived(member(HOME, null, DAY, "split"), member(LATER, DAY, null, null)));

        assertThat(households.of(PERSON, DAY.minusDays(1))).isEqualTo(HOME);
        assertThat(households.of(PERSON, DAY)).isEqualTo(LATER);
    }

    @Test
    void who_never_was_a_member_lived_in_none() {
        said(lived(member(HOME, null, DAY.plusDays(30), "error")));

        assertThat(households.of(PERSON, DAY)).isNull();
    }

    @Test
    void who_joined_a_moment_ago_lives_there_although_the_table_lags_behind() {
        said(new Said(List.of(), HOME));

        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);
    }

    @Test
    void who_lives_there_only_since_a_later_day_did_not_then() {
        said(new Said(List.of(member(HOME, DAY.plusDays(1), null, null)), HOME));

        assertThat(households.of(PERSON, DAY)).isNull();
    }

    @Test
    void what_another_record_of_the_person_says_is_known_where_their_own_says_nothing() {
        said(lived(), lived(member(HOME, null, null, null)));
        assertThat(households.of(PERSON, DAY)).isEqualTo(HOME);

        said(lived(member(LATER, null, null, null)), lived(member(HOME, null, null, null)));
        assertThat(households.of(PERSON, DAY)).isEqualTo(LATER);
    }

    private void said(Said... records) {
        when(homes.of(PERSON)).thenReturn(List.of(records));
    }

    private static Said lived(Membership... memberships) {
        return new Said(List.of(memberships), null);
    }

    private static Membership member(
            UUID household, @Nullable LocalDate since, @Nullable LocalDate leftOn, @Nullable String reason) {
        return new Membership(household, since, leftOn, reason);
    }
}
