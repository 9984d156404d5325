package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.EpochKeyAbsent;
import eu.lethe.retention.epoch.MemoryKeyStore;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WrappingTest {

    private static final KeyId MINE = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);
    private static final byte[] SECRET = new byte[32];

    private final MemoryKeyStore store = new MemoryKeyStore(1, 2);

    @Test
    void what_was_wrapped_in_an_epoch_is_unwrapped_in_it() {
        var wrapped = Wrapping.in(store, 1).wrap(MINE, SECRET);

        assertThat(Wrapping.in(store, 1).unwrap(MINE, wrapped)).isEqualTo(SECRET);
    }

    @Test
    void a_wrapped_key_in_another_persons_row_does_not_open() {
        var wrapped = Wrapping.in(store, 1).wrap(MINE, SECRET);
        var theirs = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);

        assertThatThrownBy(() -> Wrapping.in(store, 1).unwrap(theirs, wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nor_in_another_compartment_or_generation() {
        var wrapped = Wrapping.in(store, 1).wrap(MINE, SECRET);

        assertThatThrownBy(
                        () -> Wrapping.in(store, 1).unwrap(new KeyId(MINE.personId(), Compartment.HEALTH, 1), wrapped))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        Wrapping.in(store, 1).unwrap(new KeyId(MINE.personId(), Compartment.IDENTITY, 2), wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nor_in_another_epoch() {
        var wrapped = Wrapping.in(store, 1).wrap(MINE, SECRET);

        assertThatThrownBy(() -> Wrapping.in(store, 2).unwrap(MINE, wrapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void once_the_epoch_is_destroyed_nothing_opens() {
        store.destroy(1);

        assertThatThrownBy(() -> Wrapping.in(store, 1)).isInstanceOf(EpochKeyAbsent.class);
    }
}
