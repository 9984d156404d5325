package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12KeyFileTest implements EpochKeyStoreContract {

    @TempDir
    private Path directory;

    private Pkcs12KeyFile store;

    @BeforeEach
    void a_store_with_one_epoch() {
        store = opened();
        store.create(1);
    }

    @Test
    void the_file_is_for_its_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_half_written_replacement_that_a_crash_left_does_no_harm() throws IOException {
        Files.write(directory.resolve("keys/epochs.p12.next"), new byte[] {1, 2, 3});

        store.create(2);

        assertThat(opened().epochs()).containsExactly(1, 2);
    }

    @Test
    void what_does_not_reach_the_disk_is_not_used() throws IOException {
        Files.createDirectories(directory.resolve("keys/epochs.p12.next/full"));

        assertThatThrownBy(() -> store.create(2)).isInstanceOf(UncheckedIOException.class);

        assertThat(store.epochs()).containsExactly(1);
    }

    @Test
    void the_old_file_is_overwritten_as_far_as_the_file_system_lets_one() throws IOException {
        var link = Files.createLink(directory.resolve("old-blocks"), file());

        store.destroy(1);

        assertThat(Files.readAllBytes(link)).containsOnly(0);
    }

    @Test
    void a_wrong_password_is_said_to_be_one() {
        assertThatThrownBy(() -> new Pkcs12KeyFile(file(), "guess").epochs())
                .hasMessageContaining("is its password the right one?");
    }

    @Test
    void no_password_at_all_stops_the_start() {
        assertThatThrownBy(() -> new EpochProperties(file(), " ", Duration.ofDays(7), Duration.ofDays(7)))
                .hasMessageContaining("set LETHE_EPOCH_PASSWORD");
    }

    @Test
    void the_signing_key_is_made_once_and_kept() {
        var anchor = store.signingKey().anchor().keyId();

        assertThat(opened().signingKey().anchor().keyId()).isEqualTo(anchor);
        assertThat(store.epochs()).containsExactly(1);
    }

    @Override
    public Pkcs12KeyFile opened() {
        return new Pkcs12KeyFile(file(), "secret");
    }

    private Path file() {
        return directory.resolve("keys/epochs.p12");
    }
}
