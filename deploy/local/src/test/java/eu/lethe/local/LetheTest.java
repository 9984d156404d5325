package eu.lethe.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.local.stack.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetheTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void status_of_a_stopped_stack_fails_and_says_how_to_start_it() {
        assertThat(lethe(Map.of(), "status")).isEqualTo(1);

        assertThat(text(out)).contains("case-service", "stopped", "./lethe up");
    }

    @Test
    void status_for_scripts_is_json() {
        assertThat(lethe(Map.of(), "status", "--json")).isEqualTo(1);

        assertThat(text(out)).contains("\"ready\" : false", "\"name\" : \"gateway\"");
    }

    @Test
    void asking_for_the_status_leaves_no_trace() {
        lethe(Map.of(), "status");

        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void a_taken_port_is_one_sentence_with_its_remedy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exitCode = lethe(Map.of("LETHE_PORT_CASE", String.valueOf(taken.getLocalPort())), "up", "--detach");

            assertThat(exitCode).isEqualTo(1);
            assertThat(text(err).lines())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()), "case-service", "taken", "LETHE_PORT_CASE=");
        }
    }

    @Test
    void a_damaged_clock_is_one_sentence_with_its_remedy() throws IOException {
        Files.createDirectories(directory.resolve("state"));
        Files.writeString(directory.resolve("state/clock"), "P1Y\nyesterday\n");

        assertThat(lethe(Map.of(), "up", "--detach")).isEqualTo(1);

        assertThat(text(err).lines()).singleElement().asString().contains("clock", "./lethe reset");
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        assertThat(lethe(Map.of("LETHE_PORT_KAFKA", "many"), "status")).isEqualTo(1);

        assertThat(text(err)).contains("LETHE_PORT_KAFKA", "'many'");
    }

    @Test
    void an_unknown_command_fails_and_points_to_the_help() {
        assertThat(lethe(Map.of(), "fly")).isEqualTo(2);

        assertThat(text(err)).contains("'fly'", "./lethe help");
    }

    @Test
    void a_file_that_is_no_certificate_does_not_verify() throws IOException {
        Path file = Files.writeString(directory.resolve("certificate.json"), "{}");
        Path anchor = Files.writeString(
                directory.resolve("anchor.jwk"),
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"zhxl85HpjigdiPtsTAO0IJUWTBb-LF6D0PUg8fbeKLM\"}");

        assertThat(lethe(Map.of(), "verify", file.toString(), "--anchor", anchor.toString()))
                .isEqualTo(1);

        assertThat(text(err)).contains("does not hold", "not a certificate");
    }

    @Test
    void a_token_needs_a_running_stack() {
        assertThat(lethe(Map.of(), "token", "worker")).isEqualTo(1);

        assertThat(text(err)).contains("./lethe up");
        assertThat(text(out)).isEmpty();
    }

    private int lethe(Map<String, String> environment, String... words) {
        Map<String, String> all = new HashMap<>();
        Ports.free().numbers().forEach((component, port) -> all.put(component.portVariable(), String.valueOf(port)));
        all.put("LETHE_STATE", directory.resolve("state").toString());
        all.putAll(environment);
        return new Lethe(
                        directory,
                        all,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
