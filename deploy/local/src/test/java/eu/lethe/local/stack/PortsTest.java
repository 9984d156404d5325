package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void each_has_its_usual_port_unless_the_environment_names_another() {
        Ports ports = Ports.from(Map.of("LETHE_PORT_CASE", "18081"));

        assertThat(ports.of(Component.CASE)).isEqualTo(18081);
        assertThat(ports.of(Component.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void two_components_cannot_share_a_port() {
        assertThatThrownBy(() -> Ports.from(Map.of("LETHE_PORT_CASE", "8080")))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("8080");
    }

    @Test
    void later_commands_find_the_ports_of_the_last_start(@TempDir Path directory) throws IOException {
        var state = new StateDirectory(directory);
        SavedPorts.in(state).save(Ports.from(Map.of("LETHE_PORT_CASE", "18081")));

        assertThat(SavedPorts.in(state).under(Map.of()).of(Component.CASE)).isEqualTo(18081);
        assertThat(SavedPorts.in(state)
                        .under(Map.of("LETHE_PORT_CASE", "28081"))
                        .of(Component.CASE))
                .isEqualTo(28081);
    }

    @Test
    void damaged_saved_ports_are_named(@TempDir Path directory) throws IOException {
        var state = new StateDirectory(directory);
        Files.writeString(directory.resolve("ports"), "nothing of use");

        assertThatThrownBy(() -> SavedPorts.in(state).under(Map.of())).hasMessageContaining("ports is damaged");
    }
}
