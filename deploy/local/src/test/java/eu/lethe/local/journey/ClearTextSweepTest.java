package eu.lethe.local.journey;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sweep of the journeys would see. */
class ClearTextSweepTest {

    private static final String TEXT = "Madame vient au sujet du loyer";
    private static final int CHUNK = 1024 * 1024;

    @TempDir
    private Path directory;

    @Test
    void a_text_is_found_wherever_it_stands_also_across_what_is_read_at_once_and_after_a_hole() throws IOException {
        for (var at : new int[] {0, CHUNK - 5, CHUNK, 2 * CHUNK - 1, 3 * CHUNK + 7, 5 * CHUNK - 12}) {
            var file = write("at-" + at, TEXT.getBytes(UTF_8), at);

            assertThat(ClearTextSweep.filesWith(directory, TEXT).get(TEXT)).contains(file);
        }
    }

    @Test
    void it_is_found_between_other_bytes_as_utf_16_and_as_base64() throws IOException {
        var wide = write("wide", TEXT.getBytes(UTF_16LE), 2 * CHUNK - 9);
        var encoded =
                write("encoded", Base64.getEncoder().encode(("é, " + TEXT + " hier").getBytes(UTF_8)), 3 * CHUNK - 20);

        assertThat(ClearTextSweep.filesWith(directory, TEXT).get(TEXT)).containsExactlyInAnyOrder(wide, encoded);
    }

    @Test
    void each_of_several_texts_has_its_own_files_and_what_is_nowhere_has_none() throws IOException {
        var one = write("one", (TEXT + " et de Quenneville").getBytes(UTF_8), CHUNK - 40);
        var other = write("other", "Quenneville".getBytes(UTF_8), 10);

        var found = ClearTextSweep.filesWith(directory, TEXT, "Quenneville", "nulle part");

        assertThat(found.get(TEXT)).containsExactly(one);
        assertThat(found.get("Quenneville")).containsExactlyInAnyOrder(one, other);
        assertThat(found.get("nulle part")).isEmpty();
    }

    /** Bytes at a place, in a file that is empty before and has something else behind. */
    private Path write(String name, byte[] bytes, int at) throws IOException {
        var file = directory.resolve(name);
        var content = new byte[at + bytes.length + CHUNK];
        System.arraycopy(bytes, 0, content, at, bytes.length);
        content[content.length - 1] = 'x';
        return Files.write(file, content);
    }
}
