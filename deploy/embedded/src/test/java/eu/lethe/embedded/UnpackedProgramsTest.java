package eu.lethe.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedProgramsTest {
    @TempDir
    private Path directory;

    @Test
    void programs_left_half_unpacked_are_removed() throws IOException {
        Path half = version("PG-1");

        new UnpackedPrograms(directory).removeHalfUnpacked();

        assertThat(half).doesNotExist();
    }

    @Test
    void programs_unpacked_whole_stay() throws IOException {
        Path whole = version("PG-1");
        Files.createFile(whole.resolve(".exists"));

        new UnpackedPrograms(directory).removeHalfUnpacked();

        assertThat(whole.resolve("bin/postgres")).exists();
    }

    private Path version(String name) throws IOException {
        Path version = directory.resolve(name);
        Files.createDirectories(version.resolve("bin"));
        Files.createFile(version.resolve("bin/postgres"));
        return version;
    }
}
