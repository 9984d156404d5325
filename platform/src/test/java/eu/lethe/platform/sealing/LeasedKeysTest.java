package eu.lethe.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is held for five minutes at most, and not a moment after its person was suspended. */
class LeasedKeysTest {

    private static final UUID PERSON = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001");
    private static final UUID SOMEBODY_ELSE = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de002");
    private static final KeyId NARRATIVE = new KeyId(PERSON, Compartment.NARRATIVE, 1);

    /** Close to where the count of nanoseconds turns negative, as it may on a machine that has been up for long. */
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final FakeKeyLeases keeper =
            new FakeKeyLeases().keeping(PERSON, Compartment.NARRATIVE, Compartment.IDENTITY);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LeasedKeys keys = new LeasedKeys(keeper, nanoTime::get, meters);

    @Test
    void a_key_is_asked_for_once_while_its_lease_lasts() {
        keys.byId(NARRATIVE);
        pass(LeasedKeys.LEASE.minusNanos(1));
        keys.byId(NARRATIVE);

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void a_key_is_asked_for_again_when_its_lease_has_ended() {
        keys.byId(NARRATIVE);
        pass(LeasedKeys.LEASE);
        keys.byId(NARRATIVE);

        assertThat(keeper.timesAsked()).isEqualTo(2);
    }

    @Test
    void a_lease_counts_from_the_asking_not_from_the_answer() {
        keeper.whileAnswering(() -> pass(LeasedKeys.LEASE));
        keys.byId(NARRATIVE);
        keeper.whileAnswering(() -> {});
        keys.byId(NARRATIVE);

        assertThat(keeper.timesAsked()).isEqualTo(2);
    }

    @Test
    void an_ended_lease_leaves_no_key_in_memory() {
        keys.byId(NARRATIVE);
        pass(LeasedKeys.LEASE);
        keys.sweep();

        assertThat(held()).isZero();
    }

    @Test
    void sweeping_leaves_running_leases_alone() {
        keys.byId(NARRATIVE);
        keys.sweep();

        assertThat(held()).isEqualTo(1);
    }

    @Test
    void a_key_leased_to_open_also_seals() {
        keys.byId(NARRATIVE);
        keys.current(PERSON, Compartment.NARRATIVE);

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void the_newest_generation_seals_whatever_was_leased_last() {
        var second = new KeyId(PERSON, Compartment.NARRATIVE, 2);
        keeper.keep(second);
        keys.byId(second);
        keys.byId(NARRATIVE);

        assertThat(keys.current(PERSON, Compartment.NARRATIVE).id()).isEqualTo(second);
    }

    @Test
    void an_evicted_key_is_asked_for_again_at_once() {
        keys.byId(NARRATIVE);
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.SUSPENDED);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> keys.byId(NARRATIVE))
                .extracting(KeyRefused::reason)
                .isEqualTo(KeyRefused.Cause.SUSPENDED);
    }

    @Test
    void an_evicted_key_seals_no_more() {
        keys.current(PERSON, Compartment.NARRATIVE);
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.SUSPENDED);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(() -> keys.current(PERSON, Compartment.NARRATIVE));
    }

    @Test
    void an_eviction_leaves_other_compartments_alone() {
        keys.current(PERSON, Compartment.IDENTITY);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));
        keys.current(PERSON, Compartment.IDENTITY);

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void an_eviction_leaves_other_persons_alone() {
        keys.current(PERSON, Compartment.NARRATIVE);
        keys.evict(SOMEBODY_ELSE, List.of(Compartment.NARRATIVE));
        keys.current(PERSON, Compartment.NARRATIVE);

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void a_lease_asked_for_before_an_eviction_is_not_kept_after_it() {
        keeper.whileAnswering(() -> keys.evict(PERSON, List.of(Compartment.NARRATIVE)));
        keys.prefetch(List.of(NARRATIVE));

        assertThat(held()).isZero();
    }

    @Test
    void an_eviction_beside_many_leases_never_leaves_a_key_behind() throws InterruptedException {
        for (var round = 0; round < 500; round++) {
            var start = new CountDownLatch(1);
            var evicted = new CountDownLatch(1);
            keeper.whileAnswering(start::countDown);
            var eviction = Thread.ofPlatform().start(() -> {
                awaitUninterrupted(start);
                keys.evict(PERSON, List.of(Compartment.NARRATIVE));
                evicted.countDown();
            });
            keys.prefetch(List.of(NARRATIVE));
            evicted.await();
            eviction.join();

            assertThat(held())
                    .as("keys held after the eviction of round %d", round)
                    .isZero();
        }
    }

    @Test
    void many_keys_are_leased_in_one_round_trip() {
        keys.prefetch(List.of(NARRATIVE, new KeyId(PERSON, Compartment.IDENTITY, 1), NARRATIVE));

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void what_is_held_is_not_asked_for_ahead() {
        keys.byId(NARRATIVE);
        keys.prefetch(List.of(NARRATIVE));
        keys.prefetchCurrent(List.of(new KeyLeases.Current(PERSON, Compartment.NARRATIVE)));

        assertThat(keeper.timesAsked()).isEqualTo(1);
    }

    @Test
    void of_many_keys_those_may_be_used_that_are_held_or_leased_in_one_round_trip() {
        var refused = new KeyId(SOMEBODY_ELSE, Compartment.IDENTITY, 1);
        var asked = new KeyId(PERSON, Compartment.IDENTITY, 1);
        keeper.refuse(SOMEBODY_ELSE, Compartment.IDENTITY, KeyRefused.Cause.SUSPENDED);
        keys.byId(NARRATIVE);

        assertThat(keys.usable(List.of(NARRATIVE, asked, refused))).containsExactlyInAnyOrder(NARRATIVE, asked);
        assertThat(keeper.timesAsked()).isEqualTo(2);
    }

    @Test
    void a_key_whose_lease_has_ended_may_not_be_used_once_it_is_suspended() {
        keys.byId(NARRATIVE);
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.SUSPENDED);
        pass(LeasedKeys.LEASE);

        assertThat(keys.usable(List.of(NARRATIVE))).isEmpty();
    }

    @Test
    void a_refusal_ahead_surfaces_only_when_the_key_is_asked_for() {
        var unknown = new KeyId(SOMEBODY_ELSE, Compartment.NARRATIVE, 1);
        keys.prefetch(List.of(unknown, NARRATIVE));

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(() -> keys.byId(unknown));
    }

    @ParameterizedTest
    @EnumSource(KeyRefused.Cause.class)
    void a_refusal_says_why(KeyRefused.Cause cause) {
        keeper.refuse(PERSON, Compartment.NARRATIVE, cause);

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> keys.current(PERSON, Compartment.NARRATIVE))
                .extracting(KeyRefused::reason)
                .isEqualTo(cause);
    }

    @Test
    void a_held_key_works_on_while_the_keeper_is_away() {
        keys.byId(NARRATIVE);
        keeper.leave();

        assertThat(keys.current(PERSON, Compartment.NARRATIVE).id()).isEqualTo(NARRATIVE);
    }

    @Test
    void an_ended_lease_is_not_prolonged_while_the_keeper_is_away() {
        keys.byId(NARRATIVE);
        keeper.leave();
        pass(LeasedKeys.LEASE);

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> keys.byId(NARRATIVE));
    }

    @Test
    void leases_are_counted_without_saying_whose() {
        keys.byId(NARRATIVE);

        assertThat(meters.get("lethe.leases").tag("outcome", "leased").counter().count())
                .isEqualTo(1);
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    private double held() {
        return meters.get("lethe.leases.held").gauge().value();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
