package eu.lethe.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.lethe.contracts.certificate.WitnessLog.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WitnessLogTest {

    private static final TestAgency AGENCY = TestAgency.first();
    private static final List<byte[]> LEAVES = TestAgency.leaves(5);

    private final WitnessKey own = WitnessKey.make();
    private final WitnessLog log = new WitnessLog(Anchor.ofJwk(AGENCY.anchor()), own);

    @Test
    void the_first_head_is_countersigned_as_it_is_and_a_later_one_when_it_follows() {
        var first = countersigned(next(null, 2, null));
        var second = countersigned(next(first, 5, growth(2, 5)));

        var read = SignedStatement.WITNESSED_HEAD.read(second, Anchor.ofJwk(own.publicJwk()), WitnessedHead.class);
        assertThat(read.orElseThrow().treeHead()).isEqualTo(AGENCY.signedHead(LEAVES));
        assertThat(next(first + "\n" + second + "\n", 5, null)).isEqualTo(new Outcome.Known(5));
        assertThat(next(second, 3, growth(3, 5))).isEqualTo(new Outcome.Known(3));
    }

    @Test
    void a_head_that_does_not_follow_is_not() {
        var first = countersigned(next(null, 2, null));
        var rewritten = TestAgency.leaves(5).reversed();

        assertThat(next(first, 5, null)).isEqualTo(new Outcome.Refused(Refusal.GROWTH_MISSING));
        assertThat(next(first, 5, growth(3, 5))).isEqualTo(new Outcome.Refused(Refusal.NOT_A_GROWTH));
        assertThat(log.next(first, AGENCY.signedHead(rewritten), growth(2, 5), TestAgency.ISSUED))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_GROWN));
        assertThat(log.next(first, AGENCY.signedHead(rewritten.subList(0, 2)), null, TestAgency.ISSUED))
                .isEqualTo(new Outcome.Refused(Refusal.REWRITTEN));
    }

    @Test
    void a_head_of_another_agency_or_a_log_of_another_witness_is_not_gone_on_with() {
        var another = WitnessKey.make();
        var theirs = new WitnessLog(Anchor.ofJwk(AGENCY.anchor()), another);
        var seen = countersigned(theirs.next(null, AGENCY.signedHead(LEAVES), null, TestAgency.ISSUED));

        assertThat(log.next(null, TestAgency.second().signedHead(LEAVES), null, TestAgency.ISSUED))
                .isEqualTo(new Outcome.Refused(Refusal.HEAD_NOT_SIGNED));
        assertThat(next(seen, 5, null)).isEqualTo(new Outcome.Refused(Refusal.NOT_WITNESSED));
    }

    @Test
    void the_key_is_read_again_and_shown_to_nobody() {
        assertThat(WitnessKey.ofJwk(own.toJwk()).publicJwk()).isEqualTo(own.publicJwk());
        assertThat(own.publicJwk()).doesNotContain("\"d\"");
        assertThat(own.toString()).doesNotContain(own.toJwk());
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.ofJwk(own.publicJwk()));
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.ofJwk("{}"));
    }

    private Outcome next(@Nullable String kept, int size, @Nullable String growth) {
        return log.next(kept, AGENCY.signedHead(LEAVES.subList(0, size)) + "\n", growth, TestAgency.ISSUED);
    }

    private static String countersigned(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Countersigned.class);
        return ((Outcome.Countersigned) outcome).statement();
    }

    private static String growth(int from, int to) {
        return TestAgency.JSON.writeValueAsString(
                TreeGrowth.of(from, to, new MerkleTree(LEAVES.subList(0, to)).consistencyProof(from)));
    }
}
