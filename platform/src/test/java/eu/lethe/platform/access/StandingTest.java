package eu.lethe.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final UUID ASK = UUID.randomUUID();
    private static final ExceptionalAccess ACCESS =
            new ExceptionalAccess(UUID.randomUUID(), Instant.parse("2026-03-03T17:00:00Z"));

    private static final boolean OF_UNIT = true;
    private static final boolean OF_ANOTHER = false;

    @Test
    void a_worker_of_the_unit_reads() {
        assertThat(new Standing(null, null, false, null).verdict(OF_UNIT)).isEqualTo(new Right(null));
    }

    @Test
    void a_worker_of_another_unit_does_not() {
        assertThat(new Standing(null, null, false, null).verdict(OF_ANOTHER)).isEqualTo(new Verdict.OtherUnit());
    }

    @Test
    void a_worker_of_another_unit_reads_by_an_exceptional_access() {
        assertThat(new Standing(null, null, false, ACCESS).verdict(OF_ANOTHER)).isEqualTo(new Right(ACCESS));
    }

    @Test
    void a_worker_of_the_unit_needs_no_exceptional_access_that_they_have() {
        assertThat(new Standing(null, null, false, ACCESS).verdict(OF_UNIT)).isEqualTo(new Right(null));
    }

    @Test
    void nothing_overcomes_an_exclusion() {
        assertThat(new Standing(ASK, null, true, ACCESS).verdict(OF_UNIT)).isEqualTo(new Verdict.Excluded(ASK));
    }

    @Test
    void whoever_a_restriction_leaves_out_does_not_read() {
        assertThat(new Standing(null, ASK, true, null).verdict(OF_UNIT)).isEqualTo(new Verdict.Restricted(ASK, true));
    }

    @Test
    void a_restriction_may_leave_room_for_an_exceptional_access() {
        assertThat(new Standing(null, ASK, true, ACCESS).verdict(OF_UNIT)).isEqualTo(new Right(ACCESS));
    }

    @Test
    void an_exceptional_access_that_came_before_a_restriction_ends_with_it() {
        assertThat(new Standing(null, ASK, false, ACCESS).verdict(OF_UNIT))
                .isEqualTo(new Verdict.Restricted(ASK, false));
    }
}
