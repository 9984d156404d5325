package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a state without processes: that PostgreSQL and Kafka start on what is put back, BackupIT tells. */
class BackupTest {

    @TempDir
    private Path directory;

    private final List<String> said = new ArrayList<>();
    private StateDirectory state;
    private Path target;

    @BeforeEach
    void a_stack_keeps_something() throws IOException {
        state = new StateDirectory(directory.resolve("state"));
        target = directory.resolve("backup");
        state.prepare();
        write(state.postgresql().resolve("base/1/1259"), "monday");
        write(state.postgresql().resolve("postmaster.pid"), "4711");
        Files.createDirectories(state.postgresql().resolve("pg_notify"));
        write(state.postgresqlIsWhole(), "");
        write(state.kafka().resolve("lethe.cases.v1-0/00000000000000000000.log"), "messages of monday");
        write(state.kafka().resolve("lethe.cases.v1-0/00000000000000000000.index"), "\0\0\0");
        write(state.keys().resolve("epochs.p12"), "epoch 1");
    }

    @Test
    void what_the_servers_keep_is_in_it_and_no_key_and_nobody_else_reads_it() throws IOException {
        take();

        assertThat(target.resolve("postgresql/base/1/1259")).hasContent("monday");
        assertThat(target.resolve("postgresql/pg_notify")).isEmptyDirectory();
        assertThat(files(target)).noneMatch(path -> path.contains("epochs.p12"));
        assertThat(files(target)).noneMatch(path -> path.endsWith(".index") || path.endsWith("postmaster.pid"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("postgresql"))))
                .isEqualTo("rwx------");
    }

    @Test
    void its_list_is_one_that_the_tool_for_it_checks() throws Exception {
        take();

        var checked = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(target.toFile())
                .inheritIO()
                .start();

        assertThat(checked.waitFor()).isZero();
    }

    @Test
    void put_back_it_is_what_there_was_and_what_there_is_now_can_be_put_back_as_well() throws IOException {
        take();
        write(state.postgresql().resolve("base/1/1259"), "tuesday");
        write(state.postgresql().resolve("base/1/1260"), "new on tuesday");

        putBack(target);

        assertThat(state.postgresql().resolve("base/1/1259")).hasContent("monday");
        assertThat(state.postgresql().resolve("base/1/1260")).doesNotExist();
        var aside = aside();
        putBack(aside);
        assertThat(state.postgresql().resolve("base/1/1259")).hasContent("tuesday");
        assertThat(state.postgresql().resolve("base/1/1260")).hasContent("new on tuesday");
    }

    @Test
    void the_keys_and_the_clock_stay_as_they_are() throws IOException {
        write(state.clock(), "P1D\n");
        take();
        write(state.clock(), "P1D\nP7D\n");
        write(state.keys().resolve("epochs.p12"), "epoch 2");

        putBack(target);

        assertThat(state.clock()).hasContent("P1D\nP7D\n");
        assertThat(state.keys().resolve("epochs.p12")).hasContent("epoch 2");
    }

    @Test
    void where_there_is_no_clock_business_time_goes_on_from_where_it_was() throws IOException {
        write(state.clock(), "P1D\n");
        take();
        state = new StateDirectory(directory.resolve("another machine"));
        state.prepare();

        putBack(target);

        assertThat(state.clock()).hasContent("P1D\n");
        assertThat(state.postgresql().resolve("base/1/1259")).hasContent("monday");
    }

    @Test
    void before_it_is_put_back_it_says_when_it_was_taken_and_that_keys_changed_or_are_not_there() throws IOException {
        take();
        assertThat(new Backup(target).words(state))
                .matches("The backup is of \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\.");

        write(state.keys().resolve("epochs.p12"), "epoch 2");
        assertThat(new Backup(target).words(state)).contains("The epoch keys have changed since");

        new FileTree(state.keys()).delete();
        assertThat(new Backup(target).words(state)).contains("put your copy of them there before ./lethe up");
    }

    @Test
    void a_file_that_was_changed_or_lost_or_added_is_named() throws IOException {
        take();
        var table = target.resolve("postgresql/base/1/1259");

        Files.writeString(table, "montag");
        assertThatRefused().hasMessageContaining(table.toString());
        Files.delete(table);
        assertThatRefused().hasMessageContaining(table.toString());
        Files.writeString(table, "monday");
        new Backup(target).requireWhole();

        var added = Files.writeString(target.resolve("kafka/added"), "");
        assertThatRefused().hasMessageContaining(added.toString());
    }

    @Test
    void what_was_cut_short_or_is_something_else_is_none() throws IOException {
        take();
        var list = target.resolve("SHA256SUMS");

        Files.writeString(list, "a letter\n");
        assertThatRefused().hasMessageContaining("no list of checksums");
        Files.delete(list);
        assertThatRefused().hasMessageContaining("was cut short");
        new FileTree(target).delete();
        assertThatRefused().hasMessageContaining("There is no directory");
    }

    @Test
    void it_is_made_in_a_directory_of_its_own_outside_the_state() throws IOException {
        target = Files.createDirectories(directory.resolve("letters"));
        var letter = Files.writeString(target.resolve("letter"), "dear");
        assertThatThrownBy(this::take).hasMessageContaining("is not empty");
        assertThat(letter).hasContent("dear");

        target = letter;
        assertThatThrownBy(this::take).hasMessageContaining("is a file");
        target = state.root().resolve("backup");
        assertThatThrownBy(this::take).hasMessageContaining("would be lost with it");
        assertThat(target).doesNotExist();
    }

    @Test
    void of_a_state_without_data_there_is_none() {
        state = new StateDirectory(directory.resolve("empty"));

        assertThatThrownBy(this::take).hasMessageContaining("./lethe up starts a stack");
    }

    @Test
    void a_restore_that_was_cut_short_says_so_and_is_completed_by_another() throws IOException {
        take();
        write(state.postgresql().resolve("base/1/1259"), "tuesday");
        // killed after PostgreSQL's directory, before Kafka's
        WholeFile.write(state.unfinishedRestore(), "before-restore-x\n");
        Files.createDirectories(state.root().resolve("before-restore-x"));
        Files.move(state.postgresql(), state.root().resolve("before-restore-x/postgresql"));
        new FileTree(target.resolve("postgresql")).copyTo(state.postgresql());
        var stack = LocalStack.at(directory, state.root(), Ports.free());
        assertThatThrownBy(() -> stack.up(said::add)).hasMessageContaining("run the same ./lethe restore again");

        putBack(target);

        assertThat(state.unfinishedRestore()).doesNotExist();
        assertThat(state.postgresql().resolve("base/1/1259")).hasContent("monday");
        assertThat(state.root().resolve("before-restore-x/postgresql/base/1/1259"))
                .hasContent("tuesday");
        new Backup(state.root().resolve("before-restore-x")).requireWhole();
    }

    private void take() throws IOException {
        new Backup(target).take(state, List.of(), said::add);
    }

    private void putBack(Path backup) throws IOException {
        new Backup(backup).requireWhole();
        new Restore(state).putBack(new Backup(backup), said::add);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatRefused() {
        return assertThatThrownBy(() -> new Backup(target).requireWhole()).isInstanceOf(StackProblem.class);
    }

    private Path aside() throws IOException {
        try (var children = Files.list(state.root())) {
            return children.filter(path -> path.getFileName().toString().startsWith("before-restore-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            return tree.map(Path::toString).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
