package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsmKeyStoreTest implements EpochKeyStoreContract {

    private SoftHsm hsm;

    @TempDir
    private Path directory;

    @BeforeEach
    void a_module_with_an_empty_token() {
        hsm = SoftHsm.emptied();
    }

    @Override
    public HsmKeyStore opened() {
        return new HsmKeyStore(new ReplacedFile(wrapped()), hsm.token(), file());
    }

    @Test
    void neither_the_file_nor_the_module_alone_gives_a_key_away() throws IOException {
        var store = opened();
        store.create(1);
        var key = store.key(1).getEncoded();

        assertThat(Files.readString(wrapped()))
                .contains("epochs")
                .doesNotContain(Base64.getEncoder().encodeToString(key).substring(0, 40));
        Files.delete(wrapped());
        assertThat(opened().epochs()).isEmpty();
        assertThatThrownBy(() -> opened().key(1)).isInstanceOf(EpochKeyAbsent.class);
    }

    @Test
    void no_copy_of_the_file_brings_a_destroyed_epoch_back() throws IOException {
        var store = opened();
        store.create(1);
        store.create(2);
        var copy = Files.copy(wrapped(), directory.resolve("copy"));

        store.destroy(1);
        Files.copy(copy, wrapped(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(store.epochs()).containsExactly(2);
        assertThatThrownBy(() -> store.key(1)).isInstanceOf(EpochKeyAbsent.class);
        assertThatThrownBy(() -> opened().key(1)).isInstanceOf(EpochKeyAbsent.class);
        assertThat(opened().key(2)).isEqualTo(store.key(2));
    }

    @Test
    void an_altered_file_opens_nothing() throws IOException {
        opened().create(1);
        opened().create(2);
        var content = Files.readString(wrapped());
        var exchanged =
                content.replace("\"1\":", "\"3\":").replace("\"2\":", "\"1\":").replace("\"3\":", "\"2\":");
        assertThat(exchanged).isNotEqualTo(content);
        Files.writeString(wrapped(), exchanged);

        assertThatIllegalStateException().isThrownBy(() -> opened().key(1)).withMessageContaining("cannot be used");
        Files.writeString(wrapped(), "[]");
        assertThatIllegalStateException().isThrownBy(() -> opened().key(1)).withMessageContaining("cannot be used");
        Files.writeString(wrapped(), "null");
        assertThatThrownBy(() -> opened().key(1)).hasMessageContaining("cannot be read");
    }

    @Test
    void a_key_that_a_crash_left_half_made_is_made() throws GeneralSecurityException, IOException {
        opened().create(1);
        Files.writeString(wrapped(), "{\"first\":1,\"epochs\":{\"1\":{\"name\":\"half\",\"key\":null}}}");
        hsm.token().destroy(hsm.token().names().iterator().next());
        var store = opened();
        assertThat(store.epochs()).isEmpty();

        store.create(1);

        assertThat(store.epochs()).containsExactly(1);
        assertThat(opened().key(1)).isEqualTo(store.key(1));
        assertThat(hsm.token().names()).containsExactly("half");
    }

    @Test
    void a_key_that_a_crash_left_half_destroyed_is_destroyed() throws GeneralSecurityException, IOException {
        opened().create(1);
        hsm.token().destroy(hsm.token().names().iterator().next());
        assertThat(opened().epochs()).isEmpty();

        opened().destroy(1);

        assertThat(Files.readString(wrapped())).contains("\"epochs\":{}");
    }

    @Test
    void another_installation_on_the_same_token_neither_uses_nor_destroys_its_keys(@TempDir Path elsewhere) {
        var store = opened();
        store.create(1);
        var key = store.key(1);
        var other = new HsmKeyStore(
                new ReplacedFile(elsewhere.resolve("epochs-wrapped.json")),
                hsm.token(),
                new Pkcs12KeyFile(elsewhere.resolve("epochs.p12"), "secret"));

        other.create(1);
        assertThat(other.key(1)).isNotEqualTo(key);
        other.destroy(1);

        assertThat(opened().key(1)).isEqualTo(key);
    }

    @Test
    void what_the_module_has_lost_is_read_from_the_file_that_was_put_back()
            throws GeneralSecurityException, IOException {
        var store = opened();
        store.create(1);
        file().put(1, store.key(1));
        hsm.token().destroy(hsm.token().names().iterator().next());

        assertThat(opened().key(1).getEncoded()).isEqualTo(store.key(1).getEncoded());
        assertThat(opened().epochs()).containsExactly(1);
    }

    @Test
    void who_left_epochs_in_a_module_does_not_start_without_it() {
        var properties = new EpochProperties(
                directory.resolve("keys/epochs.p12"), "secret", Duration.ofDays(7), Duration.ofDays(7));
        HsmKeyStore.requireNothingLeft(properties);
        opened().create(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> HsmKeyStore.requireNothingLeft(properties))
                .withMessageContaining("and none is configured");

        opened().destroy(1);

        HsmKeyStore.requireNothingLeft(properties);
    }

    @Test
    void a_module_that_is_configured_by_halves_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HsmProperties(null, 1L, "0000"))
                .withMessageContaining("or none of them");
        assertThatIllegalArgumentException().isThrownBy(() -> new HsmProperties(Path.of(""), 1L, "0000"));
    }

    @Test
    void epochs_from_before_the_module_stay_readable_until_they_are_destroyed() {
        file().create(1);
        var old = file().key(1);
        var store = opened();
        store.create(2);

        assertThat(store.epochs()).containsExactly(1, 2);
        assertThat(store.key(1)).isEqualTo(old);
        assertThat(store.limits())
                .anyMatch(limit -> limit.english().contains("before 2"))
                .containsAll(file().limits());

        store.destroy(1);

        assertThat(file().epochs()).isEmpty();
        assertThat(opened().epochs()).containsExactly(2);
    }

    @Test
    void where_no_epoch_lay_without_the_module_the_certificate_says_nothing_of_the_file() {
        var store = opened();
        store.create(1);

        assertThat(store.limits())
                .hasSize(2)
                .doesNotContainAnyElementsOf(file().limits().subList(0, 1));
    }

    @Test
    void a_wrong_pin_is_said_to_be_one_at_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HsmToken(SoftHsm.library().toString(), hsm.slotOfStrangers(), "0000"))
                .withMessageContaining("refused the PIN");
    }

    @Test
    void a_module_that_is_not_there_is_said_not_to_be() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HsmToken("/nowhere/libhsm.so", 1, "0"))
                .withMessageContaining("is /nowhere/libhsm.so its PKCS#11 library");
    }

    private Path wrapped() {
        return directory.resolve("keys/epochs-wrapped.json");
    }

    private Pkcs12KeyFile file() {
        return new Pkcs12KeyFile(directory.resolve("keys/epochs.p12"), "secret");
    }
}
