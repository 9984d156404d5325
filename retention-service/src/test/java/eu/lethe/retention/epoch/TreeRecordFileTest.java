package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeRecordFileTest {

    private static final TreeEntry FIRST = new TreeEntry("AAAA", "a.b.c");
    private static final TreeEntry SECOND = new TreeEntry("BBBB", "d.e.f");

    @TempDir
    private Path directory;

    private Path file;
    private TreeRecordFile record;

    @BeforeEach
    void a_directory_of_keys() {
        file = directory.resolve("keys/certificate-tree.jsonl");
        record = new TreeRecordFile(new EpochProperties(
                directory.resolve("keys/epochs.p12"), "test", Duration.ofDays(7), Duration.ofDays(7)));
    }

    @Test
    void there_is_none_before_anything_was_written() {
        assertThat(record.entries()).isEmpty();
    }

    @Test
    void an_empty_list_is_written_down_too_so_that_its_loss_shows() {
        record.append(List.of());

        assertThat(record.entries()).contains(List.of());
    }

    @Test
    void what_is_added_stands_behind_what_was_there_and_is_its_owners_alone() throws IOException {
        record.append(List.of(FIRST));
        record.append(List.of(SECOND));

        assertThat(record.entries()).contains(List.of(FIRST, SECOND));
        assertThat(Files.readString(file)).startsWith("{\"leaf\":\"AAAA\",\"treeHead\":\"a.b.c\"}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_line_that_a_power_cut_left_without_its_end_never_counted() throws IOException {
        record.append(List.of(FIRST));
        Files.writeString(
                file, "{\"leaf\":\"CC and much more than the next line is long".repeat(9), StandardOpenOption.APPEND);
        assertThat(record.entries()).contains(List.of(FIRST));

        record.append(List.of(SECOND));

        assertThat(record.entries()).contains(List.of(FIRST, SECOND));
    }

    @Test
    void a_whole_line_of_anything_else_is_no_record() throws IOException {
        record.append(List.of(FIRST));
        Files.writeString(file, "anything\n", StandardOpenOption.APPEND);

        assertThatIllegalStateException().isThrownBy(record::entries).withMessageContaining("certificate-tree.jsonl");
    }
}
