package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void nobody_but_its_owner_reads_it() throws IOException {
        var state = new StateDirectory(directory.resolve("state"));

        state.prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void forgetting_leaves_nothing() {
        var state = new StateDirectory(directory.resolve("state"));
        state.prepare();

        state.delete();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_directory_that_holds_something_else_is_left_alone() throws IOException {
        Path letters = Files.writeString(directory.resolve("letters.txt"), "dear");

        assertThatThrownBy(() -> new StateDirectory(directory).delete()).hasMessageContaining("was left alone");

        assertThat(letters).exists();
    }
}
