package eu.lethe.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseIT {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void what_is_acknowledged_is_on_disk(String setting) throws SQLException {
        assertThat(ask(TestInfrastructure.freshDatabase("case"), "show " + setting))
                .isEqualTo("on");
    }

    @ParameterizedTest
    @CsvSource({"server_version_num / 10000, 18", "listen_addresses, 127.0.0.1"})
    void it_is_the_server_we_mean_and_answers_this_machine_only(String setting, String expected) throws SQLException {
        String question = setting.startsWith("server_version_num")
                ? "select current_setting('server_version_num')::int / 10000"
                : "show " + setting;

        assertThat(ask(TestInfrastructure.freshDatabase("case"), question)).isEqualTo(expected);
    }

    @Test
    void each_database_is_fresh_and_belongs_to_the_role_of_its_service() throws SQLException {
        DatabaseAddress first = TestInfrastructure.freshDatabase("consent");
        DatabaseAddress second = TestInfrastructure.freshDatabase("consent");

        assertThat(first.url()).isNotEqualTo(second.url());
        assertThat(ask(first, "select current_user")).isEqualTo("lethe_consent");
    }

    @Test
    void no_service_reads_the_database_of_another() {
        DatabaseAddress retention = TestInfrastructure.freshDatabase("retention");

        assertThatThrownBy(() -> retention.as("lethe_case").connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_key_remover_reaches_the_database_of_retention() throws SQLException {
        DatabaseAddress retention = TestInfrastructure.freshDatabase("retention");

        assertThat(ask(retention.as("lethe_key_remover"), "select current_user"))
                .isEqualTo("lethe_key_remover");
    }

    @Test
    void a_wrong_password_is_refused() {
        DatabaseAddress known = TestInfrastructure.freshDatabase("reporting");
        var guessed = new DatabaseAddress(known.url(), known.username(), "guess");

        assertThatThrownBy(guessed::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void no_value_gets_into_the_log_of_a_server_whatever_is_done_wrong(@TempDir Path home) throws Exception {
        Path log = home.resolve("postgresql.log");
        try (var server = EmbeddedDatabase.persistent(
                        home.resolve("data"), home.resolve("binaries"), FreePort.find(), log, "secret");
                Connection connection = server.address("case").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table known (name text primary key, age int check (age < 10))");
            statement.execute("insert into known values ('canari', 1)");
            for (String wrong : List.of(
                    "select 'canari'::uuid",
                    "select 'canari'::int",
                    "select cast('canari' as date)",
                    "select 'canari'::jsonb",
                    "insert into known values ('canari', 2)",
                    "insert into known values ('canari-2', 20)",
                    "select canari from known",
                    "select 'canari",
                    "do $$ begin raise warning 'canari'; raise exception 'canari'; end $$",
                    "select to_date('canari', 'YYYY')")) {
                assertThatThrownBy(() -> statement.execute(wrong)).isInstanceOf(SQLException.class);
            }
        }

        assertThat(log).content().contains("ready to accept connections").doesNotContain("canari");
    }

    @Test
    void a_persistent_server_keeps_its_data_over_a_restart(@TempDir Path home) throws SQLException {
        Path log = home.resolve("postgresql.log");
        int port = FreePort.find();
        try (var server =
                EmbeddedDatabase.persistent(home.resolve("data"), home.resolve("binaries"), port, log, "secret")) {
            ask(server.address("case"), "create table kept as select 7 as seven");
        }

        try (var server =
                EmbeddedDatabase.persistent(home.resolve("data"), home.resolve("binaries"), port, log, "secret")) {
            assertThat(ask(server.address("case"), "select seven from kept")).isEqualTo("7");
        }
    }

    @Test
    void a_persistent_server_resumes_after_it_was_killed(@TempDir Path home) throws Exception {
        Path data = home.resolve("data");
        Path log = home.resolve("postgresql.log");
        int port = FreePort.find();
        EmbeddedDatabase killed = EmbeddedDatabase.persistent(data, home.resolve("binaries"), port, log, "secret");
        ask(killed.address("case"), "create table kept as select 7 as seven");
        ProcessHandle process = new PostmasterFile(data).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        try (var server = EmbeddedDatabase.persistent(data, home.resolve("binaries"), port, log, "secret")) {
            assertThat(ask(server.address("case"), "select seven from kept")).isEqualTo("7");
        }
    }

    @Test
    void a_server_resumes_although_the_number_in_its_lock_file_has_passed_to_a_stranger(@TempDir Path home)
            throws Exception {
        Path data = home.resolve("data");
        Path log = home.resolve("postgresql.log");
        int port = FreePort.find();
        EmbeddedDatabase killed = EmbeddedDatabase.persistent(data, home.resolve("binaries"), port, log, "secret");
        ask(killed.address("case"), "create table kept as select 7 as seven");
        ProcessHandle process = new PostmasterFile(data).process().orElseThrow();
        Path lockFile = data.resolve("postmaster.pid");
        String written = Files.readString(lockFile);
        // this JVM unpacked the programs once, for whichever test came first
        Path binaries = Path.of(process.info().command().orElseThrow())
                .resolve("../../..")
                .normalize();
        process.destroyForcibly();
        Files.writeString(
                lockFile,
                written.replaceFirst(
                        "\\d+", String.valueOf(ProcessHandle.current().pid())));

        // not a moment is waited: its children may still be there, and the server itself
        ProcessHandle resumed =
                EmbeddedDatabase.resume(data, binaries, port, log).orElseThrow();
        try {
            awaitReady(data);
            assertThat(ask(killed.address("case"), "select seven from kept")).isEqualTo("7");
        } finally {
            new PostmasterFile(data).stop();
            resumed.onExit().join();
        }
    }

    private static void awaitReady(Path data) throws Exception {
        Path lockFile = data.resolve("postmaster.pid");
        for (int i = 0; i < 300; i++) {
            if (Files.exists(lockFile) && Files.readString(lockFile).contains("ready")) {
                return;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void a_damaged_cluster_is_refused_at_once_with_the_servers_own_reason(@TempDir Path home) throws Exception {
        Path data = home.resolve("data");
        Path log = home.resolve("postgresql.log");
        int port = FreePort.find();
        EmbeddedDatabase.persistent(data, home.resolve("binaries"), port, log, "secret")
                .close();
        Files.delete(data.resolve("global/pg_control"));

        assertThatThrownBy(() -> EmbeddedDatabase.persistent(data, home.resolve("binaries"), port, log, "secret"))
                .hasMessageContaining("global/pg_control");
    }

    private static String ask(DatabaseAddress database, String question) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(question)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
