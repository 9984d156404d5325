package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every store of epoch keys keeps, whatever it is made of. */
interface EpochKeyStoreContract {

    /** The store as it is when its process starts; all that were opened in a test are one store. */
    EpochKeyStore opened();

    @Test
    default void an_epoch_key_has_256_bits_and_outlives_a_restart() {
        var store = opened();
        store.create(1);
        var key = store.key(1).getEncoded();

        assertThat(key).hasSize(32);
        assertThat(opened().key(1).getEncoded()).isEqualTo(key);
    }

    @Test
    default void each_epoch_has_a_key_of_its_own() {
        var store = opened();
        store.create(1);
        store.create(2);

        assertThat(store.key(1).getEncoded()).isNotEqualTo(store.key(2).getEncoded());
    }

    @Test
    default void making_an_epoch_again_keeps_its_key() {
        var store = opened();
        store.create(1);
        var key = store.key(1).getEncoded();

        store.create(1);

        assertThat(store.key(1).getEncoded()).isEqualTo(key);
    }

    @Test
    default void a_destroyed_epoch_is_gone_here_and_after_a_restart() {
        var store = opened();
        store.create(1);
        store.create(2);
        store.key(1);

        store.destroy(1);

        assertThat(store.epochs()).containsExactly(2);
        assertThatThrownBy(() -> store.key(1)).isInstanceOf(EpochKeyAbsent.class);
        assertThatThrownBy(() -> opened().key(1)).isInstanceOf(EpochKeyAbsent.class);
    }

    @Test
    default void destroying_what_is_not_there_changes_nothing() {
        var store = opened();
        store.create(2);

        store.destroy(1);

        assertThat(store.epochs()).containsExactly(2);
    }

    @Test
    default void another_process_that_changes_it_is_heeded() {
        var store = opened();
        store.create(1);
        store.key(1);
        var other = opened();

        other.create(2);
        other.destroy(1);

        assertThat(store.epochs()).containsExactly(2);
        assertThatThrownBy(() -> store.key(1)).isInstanceOf(EpochKeyAbsent.class);
    }

    @Test
    default void a_certificate_says_what_it_cannot_claim() {
        assertThat(opened().limits()).contains(EpochKeyStore.LEASED);
    }
}
