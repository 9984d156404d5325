package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what PostgreSQL itself calls damage is damage; nobody is told to give up data because something was in the way. */
class DatabaseStartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock file \"postmaster.pid\" already exists",
                "pre-existing shared memory block (key 5, ID 7) is still in use",
                "could not create any TCP/IP sockets",
                "the database system is starting up",
                "could not write lock file \"postmaster.pid\": No space left on device",
                ""
            })
    void what_waiting_mends_is_no_loss(String reason) {
        assertThat(DatabaseStart.isLoss(reason)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "could not locate a valid checkpoint record at 0/1A2B3C",
                "could not open file \"global/pg_control\": No such file or directory",
                "\"/somewhere\" is not a valid data directory",
                "database files are incompatible with server"
            })
    void what_postgresql_calls_damage_is(String reason) {
        assertThat(DatabaseStart.isLoss(reason)).isTrue();
    }
}
