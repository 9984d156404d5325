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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LetheTest {
    private static final Path VECTORS = Path.of("../../contracts/src/test/resources/certificates/vectors.json");

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
    void every_file_that_an_implementation_must_answer_alike_is_answered_so_in_both_languages() throws IOException {
        var vectors = JsonMapper.shared().readTree(Files.readAllBytes(VECTORS));
        for (JsonNode vector : vectors) {
            out.reset();
            err.reset();
            List<String> words =
                    new ArrayList<>(List.of("verify", file(vector, "document"), "--anchor", file(vector, "anchor")));
            for (var option : Map.of("kept", "--head", "growth", "--growth", "witness", "--witness")
                    .entrySet()) {
                if (vector.has(option.getKey())) {
                    words.addAll(List.of(option.getValue(), file(vector, option.getKey())));
                }
            }
            var holds = !vector.has("refusal");

            assertThat(lethe(Map.of(), words.toArray(String[]::new)))
                    .as(vector.path("name").asString())
                    .isEqualTo(holds ? 0 : 1);
            assertThat(text(holds ? out : err))
                    .contains(
                            holds ? "Le certificat est valable." : "Le certificat n’est pas valable.",
                            holds ? "The certificate holds." : "The certificate does not hold.");
            assertThat(text(holds ? err : out)).isEmpty();
        }
        assertThat(vectors.size()).isGreaterThan(80);
    }

    @Test
    void a_file_that_is_not_there_is_one_sentence() throws IOException {
        var anchor =
                file(JsonMapper.shared().readTree(Files.readAllBytes(VECTORS)).get(0), "anchor");

        assertThat(lethe(Map.of(), "verify", directory.resolve("nowhere").toString(), "--anchor", anchor))
                .isEqualTo(1);

        assertThat(text(err).lines()).singleElement().asString().contains("nowhere", "cannot be read");
    }

    @Test
    void a_witness_countersigns_what_follows_and_its_word_is_checked_with_the_certificate() throws IOException {
        var vectors = JsonMapper.shared().readTree(Files.readAllBytes(VECTORS));
        var earlier = named(vectors, "kept head: of an earlier day");
        var log = directory.resolve("countersigned.jws").toString();
        var key = directory.resolve("witness.jwk").toString();
        var anchor = file(earlier, "anchor");

        assertThat(lethe(Map.of(), "witness", file(earlier, "kept"), "--log", log, "--key", key, "--anchor", anchor))
                .isZero();
        assertThat(text(out)).contains("Contresignée", "Countersigned: a head of 3 certificates", "witness.jwk.pub");
        assertThat(lethe(
                        Map.of(),
                        "verify",
                        file(earlier, "document"),
                        "--anchor",
                        anchor,
                        "--head",
                        log,
                        "--growth",
                        file(earlier, "growth"),
                        "--witness",
                        key + ".pub"))
                .isZero();
        assertThat(text(out)).contains("la tête contresignée par le témoin", "the head countersigned by the witness");

        var rewritten = named(vectors, "kept head: of a list that was no beginning of this one");
        assertThat(lethe(Map.of(), "witness", file(rewritten, "kept"), "--log", log, "--key", key, "--anchor", anchor))
                .isEqualTo(1);
        assertThat(text(err)).contains("Rien n’a été contresigné", "Nothing was countersigned", "rewritten");
        assertThat(Files.readString(Path.of(log)).lines()).hasSize(1);
    }

    private String file(JsonNode vector, String member) throws IOException {
        return Files.writeString(
                        directory.resolve(member + ".txt"), vector.path(member).asString())
                .toString();
    }

    private static JsonNode named(JsonNode vectors, String name) {
        return vectors.valueStream()
                .filter(vector -> vector.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
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
