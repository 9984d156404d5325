package eu.lethe.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.reporting.grid.Measure;
import org.junit.jupiter.api.Test;

/** What counts in a year counts as long as any contact supports it. */
class TallyTest {

    private static final Contribution MET = new Contribution(2026, "centre", Measure.PERSONS, null);
    private static final Contribution HOUSED = new Contribution(2026, "centre", Measure.PROBLEMS, "housing");

    private final Tally nothing = Tally.nothingIn(2026);

    @Test
    void what_two_contacts_support_counts_once() {
        assertThat(nothing.with(MET).with(MET).with(HOUSED).contributed()).containsExactlyInAnyOrder(MET, HOUSED);
    }

    @Test
    void what_another_contact_supports_stays_when_one_is_taken_back() {
        assertThat(nothing.with(MET).with(MET).without(MET).contributed()).containsExactly(MET);
    }

    @Test
    void what_no_contact_supports_any_longer_goes() {
        assertThat(nothing.with(MET).with(HOUSED).without(HOUSED)).isEqualTo(nothing.with(MET));
    }

    @Test
    void what_was_never_supported_is_not_missed() {
        assertThat(nothing.without(MET).with(MET).contributed()).containsExactly(MET);
    }

    @Test
    void a_hundred_contacts_make_it_no_longer() {
        var hundred = nothing;
        for (var nth = 0; nth < 100; nth++) {
            hundred = hundred.with(MET).with(HOUSED);
        }

        assertThat(hundred.supported())
                .hasSameSizeAs(nothing.with(MET).with(HOUSED).supported());
    }
}
