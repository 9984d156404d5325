package eu.lethe.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessLineTest {

    private static final String STAT =
            "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 900 10 0 0 120 34 5 6 20 0 40 0 1234 99 88";

    @Test
    void time_is_that_of_user_and_system_and_of_ended_children_apart() {
        var line = ProcessLine.read("java\0-jar\0", STAT);

        assertThat(line.own()).isEqualTo(1540);
        assertThat(line.ofEnded()).isEqualTo(110);
    }

    @Test
    void a_backend_works_for_a_database() {
        assertThat(ProcessLine.read("postgres: lethe_case lethe_case 127.0.0.1(51234) idle\0", STAT)
                        .database())
                .contains("lethe_case");
    }

    @Test
    void what_else_postgresql_runs_works_for_none() {
        assertThat(ProcessLine.read("postgres: walwriter \0", STAT).database()).isEmpty();
        assertThat(ProcessLine.read("postgres: io worker 0 \0", STAT).database())
                .isEmpty();
    }

    @Test
    void this_process_has_a_line() {
        assertThat(ProcessLine.of(ProcessHandle.current().pid())).isPresent();
    }
}
